package jp.bansho.layout;

/// What each single byte and each pair of Shift_JIS bytes is, precomputed once.
final class Bytes {

    static final byte HALF = 1;
    static final byte KANA = 2;
    static final byte LEAD = 4;
    static final byte VISIBLE = 8;

    private static final byte[] SINGLE = single();
    private static final long[] PAIRS = pairs();

    private Bytes() {}

    static boolean is(byte value, int classes) {
        return (SINGLE[value & 0xFF] & classes) != 0;
    }

    /// Whether the pair is an assigned cell of JIS X 0208 level 1 or 2 or its symbols (rows 1-8, 16-47, 48-84).
    static boolean levelOneOrTwo(byte lead, byte trail) {
        return ((PAIRS[((lead & 0xFF) << 2) | ((trail & 0xFF) >>> 6)] >>> trail) & 1) != 0;
    }

    /// Whether the byte can be the second of a pair, whatever the pair means.
    static boolean trail(byte value) {
        var byteValue = value & 0xFF;
        return byteValue >= 0x40 && byteValue <= 0xFC && byteValue != 0x7F;
    }

    private static byte[] single() {
        var table = new byte[256];
        for (var b = 0x20; b <= 0x7E; b++) {
            if (b != ',' && b != '"') {
                table[b] = b == ' ' ? HALF : HALF | VISIBLE;
            }
        }
        for (var b = 0xA1; b <= 0xDF; b++) {
            table[b] = KANA;
        }
        for (var b = 0x81; b <= 0xFC; b++) {
            if (b <= 0x9F || b >= 0xE0) {
                table[b] = LEAD;
            }
        }
        return table;
    }

    private static long[] pairs() {
        var bits = new long[65536 / 64];
        for (var lead = 0x81; lead <= 0xEF; lead++) {
            for (var trail = 0x40; trail <= 0xFC; trail++) {
                var row = (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 2 + (trail >= 0x9F ? 2 : 1);
                var rowAllowed = row <= 8 || (row >= 16 && row <= 84);
                if ((SINGLE[lead] & LEAD) != 0 && rowAllowed && CharacterSet.shiftJis(lead, trail) != 0) {
                    var code = (lead << 8) | trail;
                    bits[code >>> 6] |= 1L << code;
                }
            }
        }
        return bits;
    }
}
