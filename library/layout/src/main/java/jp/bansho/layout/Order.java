package jp.bansho.layout;

import java.util.stream.IntStream;

/// `order A B`: where both columns hold digits, the number in A is not greater than the one in B.
/// Days `yyyyMMdd` count as numbers too.
record Order(int low, int high, Rule rule) implements Combination {

    @Override
    public int broken(RecordReader record) {
        if (record.length(low) == 0 || record.length(high) == 0) {
            return 0;
        }
        return number(record, low) <= number(record, high) ? 0 : Flaw.of(high, rule);
    }

    @Override
    public IntStream columns() {
        return IntStream.of(low, high);
    }

    static long number(RecordReader record, int column) {
        var number = 0L;
        for (var i = record.start(column); i < record.end(column); i++) {
            number = number * 10 + (record.buffer()[i] - '0');
        }
        return number;
    }
}
