package jp.bansho.numbers.recovery;

/// How far the archive of the write-ahead log is behind the server.
///
/// @param running whether something is archiving at this moment
/// @param bytes   what the server has written and the archive has not
/// @param lost    true if the server gave up keeping what the archive lacks: take a new backup
public record ArchiveLag(boolean running, long bytes, boolean lost) {}
