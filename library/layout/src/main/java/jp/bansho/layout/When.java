package jp.bansho.layout;

import java.util.stream.IntStream;

/// `when A B`: if the columns of A have the content A names, those of B have the content B names.
record When(Term condition, Term demand, Rule rule) implements Combination {

    @Override
    public int broken(RecordReader record) {
        return condition.firstMiss(record) == 0 ? Flaw.of(demand.firstMiss(record), rule) : 0;
    }

    @Override
    public IntStream columns() {
        return IntStream.concat(condition.columns(), demand.columns());
    }
}
