package jp.bansho.numbers.vault;

/// How many numbers are in force for one kind of people of an association.
///
/// @param kind code of the kind, 1 to 3
public record NumberCount(int association, int kind, long numbers) {}
