package jp.bansho.characters;

/// One row of the project's table of variants.
///
/// @param from   the form as it may come, one code point
/// @param to     what is written instead, inside level 1 and 2
/// @param reason the word of the table that says where the row comes from, as `table-1949`
public record Variant(String from, String to, String reason) {}
