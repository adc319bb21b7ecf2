package jp.bansho.numbers.taxfile;

/// A field that stayed empty.
///
/// @param field      field of layout 377: 53, 57, 61 or 65
/// @param userNumber the key that led to no number; empty if there is none, or if what stands there is not a user
/// number
/// @param reason     `unknown` (no such person, or no number in force), `ambiguous` (two associations use the key),
///                   `no-key` (the slip names a person without a key), or `not-a-user-number` (of any association)
public record Missing(long line, int field, String userNumber, String reason) {}
