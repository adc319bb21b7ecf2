package jp.bansho.numbers.job;

/// A batch that was worked off.
///
/// @param number     1, 2, …
/// @param firstLine  line number of its first row
/// @param nextOffset byte offset right after its last row
/// @param outcomes   one outcome code for each line
public record Batch(int number, long firstLine, long nextOffset, Outcomes outcomes) {}
