package jp.bansho.layout;

/// Says which rule a bad byte breaks; only ever asked about a field that is wrong.
final class Complaint {

    private Complaint() {}

    /// The rule broken by the byte at `at`, the first that does not fit a column of that kind.
    static Rule about(Kind kind, CharacterSet set, byte[] b, int at, int to) {
        var value = b[at];
        if (value == '"') {
            return Rule.QUOTE;
        }
        return switch (kind) {
            case DIGITS -> Rule.NOT_DIGITS;
            case HALF, IDENTIFIER -> notHalf(set, b, at, to);
            case FULL, EITHER -> notFull(b, at, to);
            case KANA -> notKana(b, at, to);
            case TEXT -> Utf8.sequence(b, at, to) == 0 ? Rule.CHARSET : Rule.CHARACTER_NOT_ALLOWED;
            case DATE -> Rule.DATE;
            case EMPTY -> Rule.EMPTY_EXPECTED;
        };
    }

    private static Rule notHalf(CharacterSet set, byte[] b, int at, int to) {
        if (b[at] >= 0) {
            return Rule.CHARACTER_NOT_ALLOWED;
        }
        return switch (set) {
            case ASCII -> Rule.CHARSET;
            case UTF_8 -> Utf8.sequence(b, at, to) == 0 ? Rule.CHARSET : Rule.HALF_WIDTH_EXPECTED;
            case SHIFT_JIS -> {
                if (Bytes.is(b[at], Bytes.KANA)) {
                    yield Rule.CHARACTER_NOT_ALLOWED;
                }
                yield pair(b, at, to) ? Rule.HALF_WIDTH_EXPECTED : Rule.CHARSET;
            }
        };
    }

    private static Rule notFull(byte[] b, int at, int to) {
        if (Bytes.is(b[at], Bytes.HALF | Bytes.KANA)) {
            return Rule.FULL_WIDTH_EXPECTED;
        }
        return b[at] >= 0 || pair(b, at, to) ? Rule.CHARACTER_NOT_ALLOWED : Rule.CHARSET;
    }

    private static Rule notKana(byte[] b, int at, int to) {
        if (pair(b, at, to)) {
            return Rule.HALF_WIDTH_EXPECTED;
        }
        return Bytes.is(b[at], Bytes.HALF | Bytes.KANA) ? Rule.KANA_EXPECTED : Rule.CHARSET;
    }

    private static boolean pair(byte[] b, int at, int to) {
        return Bytes.is(b[at], Bytes.LEAD) && at + 1 < to && Bytes.trail(b[at + 1]);
    }
}
