package jp.bansho.population;

/// An invented person's name. The surname comes twice: as the resident register writes it, which may need characters
/// outside JIS level 1 and 2 or a variation selector, and as the pension side writes it, with the unified form.
record Name(String registeredSurname, String surname, String surnameReading, String given, String givenReading) {

    private static final char WIDE_SPACE = '\u3000';

    /// As in the resident register.
    String registered() {
        return registeredSurname + WIDE_SPACE + given;
    }

    /// JIS level 1 and 2 only.
    String unified() {
        return surname + WIDE_SPACE + given;
    }

    String hiragana() {
        return surnameReading + WIDE_SPACE + givenReading;
    }

    /// Another reading of the same characters, as the register may have it: the given name ends differently.
    String otherReading() {
        return surnameReading + WIDE_SPACE + givenReading + (givenReading.endsWith("お") ? "ひこ" : "お");
    }

    String katakana() {
        return Kana.katakana(hiragana());
    }

    String halfWidthKatakana() {
        return Kana.halfWidth(katakana());
    }

    boolean needsMoreThanJis() {
        return !registeredSurname.equals(surname);
    }

    /// Names stay out of logs, invented ones too.
    @Override
    public String toString() {
        return "Name[…]";
    }
}
