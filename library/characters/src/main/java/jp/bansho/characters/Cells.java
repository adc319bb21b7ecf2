package jp.bansho.characters;

import java.nio.charset.Charset;

/// The cells of JIS X 0208 level 1 and 2 with its signs (rows 1-8, 16-47, 48-84) and what stands in them.
///
/// A cell whose code point differs between Unicode's table and that of windows-31j (`～－∥￠￡￢―`) is found by both: that
/// is another name of the same cell, not a replacement.
final class Cells {

    /// Stands for a character nobody could write (残存外字): it has a cell, but it is no name.
    static final char GETA = '\u3013';

    private static final String TWINS = "\uFF5E\uFF0D\u2225\uFFE0\uFFE1\uFFE2\u2015";
    private static final String PARTNERS = "\u301C\u2212\u2016\u00A2\u00A3\u00AC\u2014";
    private static final char[] CODES = codes();
    /// The same without the characters that have a row in the table of variants.
    private static final char[] SETTLED = settled();

    private Cells() {}

    static boolean has(int codePoint) {
        return codePoint <= Character.MAX_VALUE && CODES[codePoint] != 0;
    }

    /// The Shift_JIS code of a character nothing is replaced in; 0 for every other.
    static char settled(char one) {
        return SETTLED[one];
    }

    /// Whether the character has a cell under another code point than this library writes.
    static boolean twin(char one) {
        return TWINS.indexOf(one) >= 0;
    }

    /// The code point this library writes for a character that has a cell.
    static char partner(char one) {
        var twin = TWINS.indexOf(one);
        return twin < 0 ? one : PARTNERS.charAt(twin);
    }

    private static char[] codes() {
        var codes = new char[Character.MAX_VALUE + 1];
        var charset = Charset.forName("Shift_JIS");
        for (var row = 1; row <= 84; row++) {
            if (row > 8 && row < 16) {
                continue;
            }
            for (var cell = 1; cell <= 94; cell++) {
                var lead = (row <= 62 ? 0x81 : 0xC1) + (row - 1) / 2;
                var trail = row % 2 == 0 ? 0x9E + cell : cell <= 63 ? 0x3F + cell : 0x40 + cell;
                var text = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                if (text.length() == 1 && text.charAt(0) != '\uFFFD') {
                    codes[text.charAt(0)] = (char) ((lead << 8) | trail);
                }
            }
        }
        for (var i = 0; i < TWINS.length(); i++) {
            codes[TWINS.charAt(i)] = codes[PARTNERS.charAt(i)];
        }
        return codes;
    }

    private static char[] settled() {
        var settled = CODES.clone();
        for (var variant : Variants.TABLE.rows()) {
            if (variant.from().length() == 1) {
                settled[variant.from().charAt(0)] = 0;
            }
        }
        settled[GETA] = 0;
        return settled;
    }
}
