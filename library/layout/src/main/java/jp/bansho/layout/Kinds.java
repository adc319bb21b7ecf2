package jp.bansho.layout;

import java.util.stream.IntStream;

/// `kinds A B`: the count in A is not less than the number of columns of B that are filled with anything but `00`.
record Kinds(int count, Sum kinds) implements Combination {

    @Override
    public int broken(RecordReader record) {
        var marked = 0;
        for (var column : kinds.columns()) {
            marked += Order.number(record, column) == 0 ? 0 : 1;
        }
        return marked <= Order.number(record, count) ? 0 : Flaw.of(count, Rule.NON_RESIDENTS);
    }

    @Override
    public IntStream columns() {
        return IntStream.concat(IntStream.of(count), kinds.stream());
    }
}
