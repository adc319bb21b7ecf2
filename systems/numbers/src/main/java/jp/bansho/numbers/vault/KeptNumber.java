package jp.bansho.numbers.vault;

/// One number of a person's history, without the number.
///
/// @param generation 1 for the first, then 2, …
public record KeptNumber(int generation, NumberState state, Provenance provenance) {}
