package jp.bansho.numbers.taxfile;

/// A field that stayed empty.
///
/// @param field      field of layout 377: 53, 57, 61 or 65
/// @param userNumber the key that led to no number
/// @param reason     `unknown` (no such person, or no number in force), `ambiguous` (two associations use the key), or
///                   `no-key` (the slip names a person without a key)
public record Missing(long line, int field, String userNumber, String reason) {}
