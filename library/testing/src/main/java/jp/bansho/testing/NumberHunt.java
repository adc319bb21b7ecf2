package jp.bansho.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Finds numbers in bytes, in every form one might fall into a file: as twelve digits (so also as
/// thirteen with a zero before them), as digits packed two in a byte, as a binary number of six or
/// eight bytes of either order. Five bytes would do for a number, but in random bytes they are met
/// by chance too often, so they count only where they stand alone.
public final class NumberHunt {

    private final Set<Long> numbers = new HashSet<>();

    /// A hunt for these numbers.
    public NumberHunt(long... numbers) {
        Arrays.stream(numbers).forEach(this.numbers::add);
    }

    /// Whether any of the numbers is there.
    public boolean in(byte[] bytes) {
        return digits(bytes)
                || digits(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII))
                || binary(bytes);
    }

    /// The forms of a number that are looked for.
    public static List<byte[]> forms(long number) {
        var text = "%012d".formatted(number);
        var big = ByteBuffer.allocate(8).putLong(number).array();
        var little = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        return List.of(
                text.getBytes(StandardCharsets.US_ASCII),
                ("0" + text).getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().parseHex(text),
                big,
                little,
                Arrays.copyOfRange(big, 2, 8),
                Arrays.copyOfRange(little, 0, 6));
    }

    private boolean digits(byte[] bytes) {
        var run = 0;
        var value = 0L;
        for (var each : bytes) {
            if (each < '0' || each > '9') {
                run = 0;
                value = 0;
                continue;
            }
            run++;
            value = value % 100_000_000_000L * 10 + (each - '0');
            if (run >= 12 && numbers.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /// Six bytes, one of them zero; eight only add more zeros.
    private boolean binary(byte[] bytes) {
        var big = 0L;
        var little = 0L;
        for (var i = 0; i < bytes.length; i++) {
            big = ((big << 8) | (bytes[i] & 0xff)) & 0xffff_ffff_ffffL;
            little = (little >>> 8) | ((long) (bytes[i] & 0xff) << 40);
            if (i >= 5 && (numbers.contains(big) || numbers.contains(little))) {
                return true;
            }
        }
        return bytes.length == 5 && (numbers.contains(big) || numbers.contains(little >>> 8));
    }
}
