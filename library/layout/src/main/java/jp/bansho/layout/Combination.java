package jp.bansho.layout;

import java.util.stream.IntStream;

/// A rule between columns of one record; evaluated only when every column is right by itself.
sealed interface Combination permits When, EraDate, Order, AtMost, Named, Kinds, Some, BornBy, Worded {

    /// The [Flaw] found, or 0 when the rule holds.
    int broken(RecordReader record);

    /// The columns the rule looks at.
    IntStream columns();
}
