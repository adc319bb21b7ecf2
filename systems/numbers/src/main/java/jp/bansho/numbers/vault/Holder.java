package jp.bansho.numbers.vault;

/// Who holds a number, and as what.
///
/// @param subject    handle of the person
/// @param generation which of the person's numbers it is
public record Holder(long subject, int generation, NumberState state) {}
