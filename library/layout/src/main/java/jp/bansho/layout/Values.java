package jp.bansho.layout;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A set of allowed values, compared in bytes; a value that ends in `*` allows all that begin so.
final class Values {

    final byte[][] whole;
    private final List<String> listed;
    private final byte[][] beginnings;

    Values(List<String> values) {
        this.listed = List.copyOf(values);
        this.whole = bytes(values.stream().filter(v -> !v.endsWith("*")).toList(), 0);
        this.beginnings = bytes(values.stream().filter(v -> v.endsWith("*")).toList(), 1);
    }

    boolean has(byte[] b, int from, int to) {
        for (var value : whole) {
            if (value.length == to - from && begins(b, from, value)) {
                return true;
            }
        }
        for (var value : beginnings) {
            if (value.length <= to - from && begins(b, from, value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && listed.equals(values.listed);
    }

    @Override
    public int hashCode() {
        return listed.hashCode();
    }

    private static boolean begins(byte[] b, int from, byte[] value) {
        for (var i = 0; i < value.length; i++) {
            if (b[from + i] != value[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[][] bytes(List<String> values, int cut) {
        var result = new byte[values.size()][];
        for (var i = 0; i < result.length; i++) {
            var value = values.get(i);
            result[i] = value.substring(0, value.length() - cut).getBytes(StandardCharsets.US_ASCII);
        }
        return result;
    }
}
