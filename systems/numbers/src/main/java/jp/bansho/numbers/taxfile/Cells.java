package jp.bansho.numbers.taxfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.stream.IntStream;

/// The cells of JIS X 0208 level 1 and 2 and its symbols by UTF-16 unit, made once: what a tax file
/// may hold in full width.
final class Cells {

    /// Written with either of two code points, and the same cell.
    private static final String TWINS = "\uFF5E\uFF0D\u2225\uFFE0\uFFE1\uFFE2\u2015";

    private static final String PARTNERS = "\u301C\u2212\u2016\u00A2\u00A3\u00AC\u2014";

    private static final char[] CELLS = cells();

    private Cells() {}

    /// The two bytes, or 0 if the character has no cell.
    static int of(int unit) {
        return CELLS[unit];
    }

    /// The byte of half-width kana, or 0.
    static int half(int unit) {
        return unit >= 0xFF61 && unit <= 0xFF9F ? unit - 0xFF61 + 0xA1 : 0;
    }

    private static char[] cells() {
        var cells = new char[1 << 16];
        var decoder = Charset.forName("Shift_JIS")
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        IntStream.rangeClosed(1, 84)
                .filter(row -> row <= 8 || row >= 16)
                .forEach(row -> IntStream.rangeClosed(1, 94).forEach(cell -> {
                    var lead = (row + 1) / 2 + (row <= 62 ? 0x80 : 0xC0);
                    var trail = row % 2 == 0 ? cell + 0x9E : cell + 0x3F + (cell >= 64 ? 1 : 0);
                    cells[unit(decoder, lead, trail)] = (char) (lead << 8 | trail);
                }));
        cells[0] = 0;
        for (var i = 0; i < TWINS.length(); i++) {
            cells[TWINS.charAt(i)] = cells[PARTNERS.charAt(i)];
        }
        return cells;
    }

    /// The character of a cell, or 0 if nothing is assigned to it.
    private static char unit(CharsetDecoder decoder, int lead, int trail) {
        try {
            return decoder.decode(ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail}))
                    .charAt(0);
        } catch (CharacterCodingException noSuchCell) {
            return 0;
        }
    }
}
