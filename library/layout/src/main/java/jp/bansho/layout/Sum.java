package jp.bansho.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns added up, `19+23+#1`: an empty one counts 0, `#1` counts one.
///
/// @param more what is added besides
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it, see below
record Sum(int[] columns, int more) {

    static Sum parse(String text) {
        var parts = text.split("\\+", -1);
        return new Sum(
                Stream.of(parts)
                        .filter(part -> !part.startsWith("#"))
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                Stream.of(parts)
                        .filter(part -> part.startsWith("#"))
                        .mapToInt(part -> Integer.parseInt(part.substring(1)))
                        .sum());
    }

    long of(RecordReader record) {
        long sum = more;
        for (var column : columns) {
            sum += Order.number(record, column);
        }
        return sum;
    }

    /// How many of the columns are filled.
    int filled(RecordReader record) {
        var filled = 0;
        for (var column : columns) {
            filled += record.length(column) == 0 ? 0 : 1;
        }
        return filled;
    }

    int first() {
        return columns[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sum(var otherColumns, var otherMore)
                && Arrays.equals(columns, otherColumns)
                && more == otherMore;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + more;
    }

    IntStream stream() {
        return Arrays.stream(columns);
    }
}
