package jp.bansho.layout;

import java.util.stream.IntStream;

/// `at-most A B`: the sum of the columns of A is not greater than that of B; an empty column counts 0.
record AtMost(Sum low, Sum high, Rule rule) implements Combination {

    @Override
    public int broken(RecordReader record) {
        return low.of(record) <= high.of(record) ? 0 : Flaw.of(low.first(), rule);
    }

    @Override
    public IntStream columns() {
        return IntStream.concat(low.stream(), high.stream());
    }
}
