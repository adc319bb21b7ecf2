package jp.bansho.numbers.job;

/// How many jobs of a kind are in a state.
///
/// @param state as in [Job]
public record JobTally(JobKind kind, String state, long count) {}
