package jp.bansho.numbers.intake;

import java.util.List;

/// A batch of rows that were read and checked, before they meet the database.
///
/// @param nextOffset byte offset right after the last row
record SourceBatch(long firstLine, long nextOffset, List<SourceRow> rows) {}
