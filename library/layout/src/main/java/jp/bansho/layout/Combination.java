package jp.bansho.layout;

/// A rule between columns of one record; evaluated only when every column is right by itself.
sealed interface Combination permits When, EraDate, Order {

    /// The column to mend, or 0 when the rule holds.
    int broken(RecordReader record);

    /// The last column the rule looks at, so that a table cannot point outside its record.
    int lastColumn();
}
