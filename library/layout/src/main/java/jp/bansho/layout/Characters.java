package jp.bansho.layout;

/// Checks the characters of one field, in bytes: gives the length, or the complement of the first bad byte's place.
///
/// The good path reads each byte once and makes nothing. What exactly is wrong there is worked out by [Complaint].
final class Characters {

    private Characters() {}

    static int digits(byte[] b, int from, int to) {
        for (var i = from; i < to; i++) {
            if (((b[i] - '0') & 0xFF) > 9) {
                return ~i;
            }
        }
        return to - from;
    }

    static int half(byte[] b, int from, int to) {
        for (var i = from; i < to; i++) {
            if (!Bytes.is(b[i], Bytes.HALF)) {
                return ~i;
            }
        }
        return to - from;
    }

    static int identifier(byte[] b, int from, int to) {
        for (var i = from; i < to; i++) {
            if (!Bytes.is(b[i], Bytes.VISIBLE)) {
                return ~i;
            }
        }
        return to - from;
    }

    static int full(byte[] b, int from, int to) {
        var i = from;
        for (; i + 1 < to; i += 2) {
            if (!Bytes.levelOneOrTwo(b[i], b[i + 1])) {
                return ~i;
            }
        }
        return i < to ? ~i : (to - from) >> 1;
    }

    static int either(byte[] b, int from, int to) {
        var length = 0;
        for (var i = from; i < to; i++, length++) {
            if (!Bytes.is(b[i], Bytes.HALF | Bytes.KANA)) {
                if (i + 1 >= to || !Bytes.levelOneOrTwo(b[i], b[i + 1])) {
                    return ~i;
                }
                i++;
            }
        }
        return length;
    }

    /// Half-width kana without its punctuation marks, but with the middle dot of foreign names, and blanks.
    static int kana(byte[] b, int from, int to) {
        for (var i = from; i < to; i++) {
            if (b[i] != ' ' && ((b[i] & 0xFF) < 0xA5 || (b[i] & 0xFF) > 0xDF)) {
                return ~i;
            }
        }
        return to - from;
    }

    static int text(byte[] b, int from, int to) {
        var length = 0;
        for (var i = from; i < to; length++) {
            if (Bytes.is(b[i], Bytes.HALF)) {
                i++;
                continue;
            }
            var bytes = Utf8.sequence(b, i, to);
            if (bytes < 2 || Utf8.control(b, i)) {
                return ~i;
            }
            i += bytes;
        }
        return length;
    }
}
