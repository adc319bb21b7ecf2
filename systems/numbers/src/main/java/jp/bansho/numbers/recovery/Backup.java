package jp.bansho.numbers.recovery;

import java.time.Instant;

/// One backup of the list.
///
/// @param fileName   its name; the folder is the operator's business
/// @param madeAt     when it was begun
/// @param verifiedAt when it was read back and found whole
/// @param bytes      its size
/// @param end        where in the write-ahead log it ends
/// @param auditSeq   the record of use is in it at least up to here
public record Backup(String fileName, Instant madeAt, Instant verifiedAt, long bytes, String end, long auditSeq) {}
