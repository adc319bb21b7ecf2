package jp.bansho.layout;

import java.util.stream.IntStream;

/// `named A B`: as many of the columns of B are filled as the counts of A say, or all of them when there are more.
record Named(Sum counts, Sum names) implements Combination {

    @Override
    public int broken(RecordReader record) {
        var counted = counts.of(record);
        var named = names.filled(record);
        if (named > counted) {
            return Flaw.of(counts.first(), Rule.NAMED_TOO_MANY);
        }
        return named < Math.min(counted, names.columns().length) ? Flaw.of(names.first(), Rule.NAMED_TOO_FEW) : 0;
    }

    @Override
    public IntStream columns() {
        return IntStream.concat(counts.stream(), names.stream());
    }
}
