package jp.bansho.identifiers;

import java.util.Objects;

/// Fixed-width runs of the ten ASCII digits, as numbers and back; nothing here allocates.
public final class Digits {

    /// What [#read] answers for anything but exactly `width` ASCII digits.
    public static final long NONE = -1;

    private Digits() {}

    /// Reads exactly `width` ASCII digits.
    ///
    /// @return their value, or [#NONE]
    public static long read(CharSequence text, int width) {
        if (text.length() != width) {
            return NONE;
        }
        var value = 0L;
        for (int i = 0; i < width; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// As the other; the hot path. Wrong bytes are collected and looked at once, so that the loop has no exit but its
    /// end.
    public static long read(byte[] ascii, int from, int to, int width) {
        Objects.checkFromToIndex(from, to, ascii.length);
        if (to - from != width) {
            return NONE;
        }
        var value = 0L;
        var wrong = 0;
        for (int i = from; i < to; i++) {
            var digit = ascii[i] - '0';
            // Below zero: the sign is set by the first term; above nine: by the second.
            wrong |= digit | (9 - digit);
            value = value * 10 + digit;
        }
        return wrong < 0 ? NONE : value;
    }

    /// Why [#read] answered [#NONE]. Wrong characters weigh more than a wrong length: twelve full-width
    /// digits in a byte field are 24 or 36 bytes, and the length is not what the person has to correct.
    public static IdentifierFault faultOf(CharSequence text) {
        if (text.isEmpty()) {
            return IdentifierFault.EMPTY;
        }
        var onlyDigits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        return onlyDigits ? IdentifierFault.LENGTH : IdentifierFault.CHARACTERS;
    }

    /// Writes the value with leading zeros.
    public static void write(long value, int width, byte[] target, int offset) {
        Objects.checkFromIndexSize(offset, width, target.length);
        var rest = value;
        for (int i = offset + width - 1; i >= offset; i--) {
            var next = rest / 10;
            target[i] = (byte) ('0' + (rest - next * 10));
            rest = next;
        }
    }

    /// The value with leading zeros.
    public static String text(long value, int width) {
        var digits = Long.toString(value);
        return "0".repeat(width - digits.length()) + digits;
    }
}
