package jp.bansho.pension.members;

/// What became of the people of a file.
///
/// @param rows      people in the file
/// @param added     not known before
/// @param changed   known, with something new about them
/// @param unchanged known as they are
/// @param ended     known, not in the file: no pension is paid any more
public record Loaded(long rows, long added, long changed, long unchanged, long ended) {}
