package jp.bansho.pension.payments;

/// What became of the rows of a file.
///
/// @param rows      rows in the file
/// @param added     not known before
/// @param changed   known, with something new in them
/// @param unchanged known as they are
/// @param removed   known of that year, not in the file, and gone now
public record Taken(long rows, long added, long changed, long unchanged, long removed) {}
