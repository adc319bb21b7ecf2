package jp.bansho.layout;

/// `when A B`: if the columns of A have the content A names, those of B have the content B names.
record When(Term condition, Term demand, Rule rule) implements Combination {

    @Override
    public int broken(RecordReader record) {
        return condition.firstMiss(record) == 0 ? Flaw.of(demand.firstMiss(record), rule) : 0;
    }

    @Override
    public int lastColumn() {
        return Math.max(condition.last(), demand.last());
    }
}
