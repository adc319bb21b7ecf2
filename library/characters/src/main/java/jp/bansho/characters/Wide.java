package jp.bansho.characters;

import java.text.Normalizer;

/// Full-width forms (全角) of half-width characters, and signs of one cell written out.
final class Wide {

    // Four marks of ASCII have no full-width form in level 1 and 2; these are what is written for them.
    private static final String MARKS = "\"'-~ ";
    private static final String FULL = "\u201D\u2019\u2212\u301C\u3000";

    private Wide() {}

    /// Whether the character is a half-width one: printable ASCII or half-width kana with its marks.
    static boolean narrow(int codePoint) {
        return (codePoint >= 0x20 && codePoint <= 0x7E) || (codePoint >= 0xFF61 && codePoint <= 0xFF9F);
    }

    /// The full-width form of a half-width character.
    static String of(int narrow) {
        if (narrow == 0xFF9E || narrow == 0xFF9F) {
            return narrow == 0xFF9E ? "\u309B" : "\u309C";
        }
        if (narrow >= 0xFF61) {
            return Normalizer.normalize(Character.toString(narrow), Normalizer.Form.NFKC);
        }
        var mark = MARKS.indexOf(narrow);
        return String.valueOf(mark < 0 ? (char) (narrow + 0xFEE0) : FULL.charAt(mark));
    }

    /// What a sign stands for, in full-width characters: `㈱` is `（株）`; empty when it stands for nothing writable.
    static String spelled(String sign) {
        var letters = Normalizer.normalize(sign, Normalizer.Form.NFKC);
        if (letters.equals(sign)) {
            return "";
        }
        var result = new StringBuilder();
        for (var i = 0; i < letters.length(); i++) {
            var one = letters.charAt(i);
            if (narrow(one)) {
                result.append(of(one));
            } else if (Cells.settled(one) != 0) {
                result.append(Cells.partner(one));
            } else {
                return "";
            }
        }
        return result.toString();
    }
}
