package jp.bansho.layout;

/// Strict UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
final class Utf8 {

    private Utf8() {}

    /// The length in bytes of the sequence that begins at `at`, or 0 when it is not valid.
    static int sequence(byte[] b, int at, int end) {
        var first = b[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        if (first < 0xE0) {
            return at + 1 < end && continues(b[at + 1]) ? 2 : 0;
        }
        if (at + 1 >= end) {
            return 0;
        }
        var second = b[at + 1] & 0xFF;
        if (first < 0xF0) {
            var least = first == 0xE0 ? 0xA0 : 0x80;
            var most = first == 0xED ? 0x9F : 0xBF;
            return second >= least && second <= most && at + 2 < end && continues(b[at + 2]) ? 3 : 0;
        }
        var least = first == 0xF0 ? 0x90 : 0x80;
        var most = first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most && at + 3 < end && continues(b[at + 2]) && continues(b[at + 3])
                ? 4
                : 0;
    }

    /// Whether the two bytes at `at` are a control character of the second set, U+0080 to U+009F.
    static boolean control(byte[] b, int at) {
        return b[at] == (byte) 0xC2 && b[at + 1] < (byte) 0xA0;
    }

    private static boolean continues(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
