package jp.bansho.layout;

/// One rule broken at one place; it never carries the field's text, which may be a number or a name.
///
/// @param line   the record's number in the file, from 1
/// @param column the column's number, from 1; 0 when the record as a whole is wrong
/// @param rule   what was broken
public record Violation(long line, int column, Rule rule) {}
