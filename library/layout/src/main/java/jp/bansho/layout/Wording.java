package jp.bansho.layout;

import org.jspecify.annotations.Nullable;

/// What a column says in words or digits that have a form of their own; looked at in bytes that are right by
/// themselves.
enum Wording {
    /// 住所.
    ADDRESS("address", true),
    /// 氏名 of a person.
    NAME("name", true),
    /// 名称 of an organisation.
    ORGANISATION("organisation", true),
    /// フリガナ.
    KANA("kana", true),
    /// 電話番号.
    TELEPHONE("telephone", false),
    /// 法人番号.
    CORPORATE_NUMBER("corporate-number", false),
    /// 個人番号 as the tax files carry it.
    INDIVIDUAL_NUMBER("individual-number", false),
    /// 市区町村コード.
    MUNICIPALITY("municipality", false);

    private final String word;
    private final boolean ofThePaper;

    Wording(String word, boolean ofThePaper) {
        this.word = word;
        this.ofThePaper = ofThePaper;
    }

    static @Nullable Wording find(String word) {
        for (var each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }

    /// Whether it is looked at in the two-byte characters of the paper only, not in a source whose characters are still
    /// to be replaced.
    boolean ofThePaper() {
        return ofThePaper;
    }

    /// The rule the field breaks, or null.
    @Nullable
    Rule broken(byte[] b, int from, int to, boolean abroad) {
        return switch (this) {
            case ADDRESS -> Address.broken(b, from, to, abroad);
            case NAME -> PersonName.broken(b, from, to);
            case ORGANISATION -> OrganisationName.broken(b, from, to);
            case KANA -> PersonName.kana(b, from, to) ? null : Rule.KANA_EXPECTED;
            case TELEPHONE -> Numerals.telephone(b, from, to) ? null : Rule.TELEPHONE;
            case CORPORATE_NUMBER -> Numerals.corporate(b, from) ? null : Rule.CHECK_DIGIT;
            case INDIVIDUAL_NUMBER -> Numerals.individual(b, from + 1) ? null : Rule.CHECK_DIGIT;
            case MUNICIPALITY -> Numerals.municipality(b, from, to) ? null : Rule.MUNICIPALITY;
        };
    }
}
