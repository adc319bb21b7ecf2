package jp.bansho.numbers.recovery;

import java.time.Instant;
import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about backups and restores (S4).
public sealed interface RecoveryEvent extends AuditEvent {

    /// A backup was written, read back and found whole.
    ///
    /// @param file  name of the file
    /// @param bytes its size
    /// @param lsn   where in the write-ahead log it ends
    /// @param head  the record in it reaches at least so far
    record BackupMade(String file, long bytes, String lsn, long head) implements RecoveryEvent {}

    /// A backup was begun and is not there.
    record BackupFailed(String reason) implements RecoveryEvent {}

    /// The machine works on a restored database from here on.
    ///
    /// @param head the last record before this one
    /// @param lost how many records that were exported are gone; accepted by the actor
    /// @param erasedAgain  how many people, erased after the restored moment, were erased again
    /// @param associations whose pads were replaced by the newest ones
    record DatabaseRestored(long head, long lost, long erasedAgain, List<String> associations)
            implements RecoveryEvent {

        public DatabaseRestored {
            associations = List.copyOf(associations);
        }
    }

    /// A backup was restored for practice, compared and thrown away again.
    ///
    /// @param file    name of the backup
    /// @param head    the last record in it
    /// @param seconds how long it took until the database answered
    record RestorePractised(String file, long head, long seconds, Instant backupOf) implements RecoveryEvent {}
}
