package jp.bansho.layout;

/// Whether a record's column holds a code of one meaning; compares bytes and makes no object.
public final class CodeMatch {

    private final int column;
    private final Values values;

    CodeMatch(int column, Values values) {
        this.column = column;
        this.values = values;
    }

    /// Whether the current record of the reader has the code.
    public boolean test(RecordReader record) {
        return values.has(record.buffer(), record.start(column), record.end(column));
    }
}
