package jp.bansho.numbers.recovery;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to restore, and where to.
///
/// @param file     the backup
/// @param to       the new database folder; must be empty or new
/// @param wal      folder of the archived write-ahead log; null to stop at the end of the backup
/// @param until    the moment to recover to; null for as far as the log reaches
/// @param programs folder of PostgreSQL's programs, to recover and check at once; null to unpack alone
/// @param login    the database's administrator, for the check
public record RestoreOrder(
        Path file,
        Path to,
        @Nullable Path wal,
        @Nullable Instant until,
        @Nullable Path programs,
        Administrator login) {

    /// A login of the database's administrator.
    public record Administrator(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /// Where the files of the home folder go.
    Path home() {
        return to.resolveSibling(to.getFileName() + ".home");
    }

    /// Where PostgreSQL writes what it does.
    Path log() {
        return to.resolveSibling(to.getFileName() + ".log");
    }
}
