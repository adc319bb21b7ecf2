package jp.bansho.characters;

import java.util.ArrayList;
import java.util.List;

/// The library's door: names and addresses on their way down to JIS level 1 and 2, as the tax
/// office's rule for external characters (外字) demands: convert what can be converted, else write
/// the name in kana.
public final class WayDown {

    private WayDown() {}

    /// The text with every character brought down that has a form in JIS level 1 and 2.
    public static Written of(String text) {
        if (settled(text)) {
            return new Written(partners(text), List.of(), true);
        }
        return new Descent(text).written();
    }

    /// A person's name brought down, and in kana if it cannot be written as a whole.
    ///
    /// @param kana the name in kana, in any width, hiragana too; may be empty
    /// @return not `whole` if neither the name nor its kana can be written
    public static Written name(String name, String kana) {
        var written = of(name);
        if (written.whole()) {
            return written;
        }
        var inKana = Kana.full(kana);
        if (!inKana.whole() || inKana.text().isBlank()) {
            return written;
        }
        return new Written(inKana.text(), List.of(new Replacement(name, inKana.text(), Step.KANA)), true);
    }

    /// Whether nothing is replaced in the text; makes no object.
    public static boolean settled(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (Cells.settled(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /// Writes a field of UTF-8 as Shift_JIS when nothing has to be replaced in it; makes no object.
    ///
    /// @param out has room for two bytes for each three of the field
    /// @return where the field ends in `out`, or -1 when something has to be replaced (or the bytes are no UTF-8)
    public static int copy(byte[] utf8, int from, int to, byte[] out, int at) {
        var end = at;
        for (var i = from; i < to; i += 3) {
            if (i + 2 >= to || (utf8[i] & 0xF0) != 0xE0) {
                return copySlowly(utf8, i, to, out, end);
            }
            var code = Cells.settled(three(utf8, i));
            if (code == 0 || (utf8[i + 1] & 0xC0) != 0x80 || (utf8[i + 2] & 0xC0) != 0x80) {
                return -1;
            }
            out[end++] = (byte) (code >>> 8);
            out[end++] = (byte) code;
        }
        return end;
    }

    /// The version of the table and the steps.
    public static String version() {
        return "way-down-1/variants-" + Variants.TABLE.version();
    }

    /// The project's table of variants, row by row.
    public static List<Variant> variants() {
        return Variants.TABLE.rows();
    }

    /// Goes on with a field that has a character of two bytes, as × or Ω; what has one byte is replaced anyway.
    private static int copySlowly(byte[] utf8, int from, int to, byte[] out, int at) {
        if (from + 1 >= to || (utf8[from] & 0xE0) != 0xC0 || (utf8[from + 1] & 0xC0) != 0x80) {
            return -1;
        }
        var code = Cells.settled((char) (((utf8[from] & 0x1F) << 6) | (utf8[from + 1] & 0x3F)));
        if (code == 0 || (utf8[from] & 0xFF) < 0xC2) {
            return -1;
        }
        out[at] = (byte) (code >>> 8);
        out[at + 1] = (byte) code;
        return copy(utf8, from + 2, to, out, at + 2);
    }

    private static char three(byte[] utf8, int at) {
        return (char) (((utf8[at] & 0x0F) << 12) | ((utf8[at + 1] & 0x3F) << 6) | (utf8[at + 2] & 0x3F));
    }

    private static String partners(String text) {
        if (text.chars().noneMatch(one -> Cells.twin((char) one))) {
            return text;
        }
        var result = new ArrayList<String>();
        text.chars().forEach(one -> result.add(String.valueOf(Cells.partner((char) one))));
        return String.join("", result);
    }
}
