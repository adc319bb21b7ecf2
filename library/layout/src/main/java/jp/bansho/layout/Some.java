package jp.bansho.layout;

/// `some A`: at least one of the columns is filled.
record Some(Sum columns, Rule rule) implements Combination {

    @Override
    public int broken(RecordReader record) {
        return columns.filled(record) == 0 ? Flaw.of(columns.first(), rule) : 0;
    }

    @Override
    public int lastColumn() {
        return columns.last();
    }
}
