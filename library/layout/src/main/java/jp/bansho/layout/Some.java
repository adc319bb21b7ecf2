package jp.bansho.layout;

import java.util.stream.IntStream;

/// `some A`: at least one of the columns is filled.
record Some(Sum wanted, Rule rule) implements Combination {

    @Override
    public int broken(RecordReader record) {
        return wanted.filled(record) == 0 ? Flaw.of(wanted.first(), rule) : 0;
    }

    @Override
    public IntStream columns() {
        return wanted.stream();
    }
}
