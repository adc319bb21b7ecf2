package jp.bansho.numbers.taxfile;

/// A file in the parcel of an output.
///
/// @param group   municipality; empty if there are no files by municipality
/// @param number  1 to 99 among those of its group
/// @param records slips, those that take one back included
public record OutputFile(String name, String group, int number, long records, long bytes) {}
