package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// What must be safe outside the database before a key that no value names any more is destroyed. Otherwise backups
/// from before are worth nothing the moment it goes (S1, S4).
public interface BeforeDestruction {

    /// Keeps a copy of the association's sealed pads as they are now.
    ///
    /// @param keeper  a transaction in the scope of the association’s keeper
    /// @param version of the pad key that all of them name
    void keepPads(Connection keeper, int association, int version) throws SQLException;

    /// Whether the state in which no value names the old key can be restored: a backup was begun since, or the archived
    /// log reaches so far; the archive is waited for a little. An installation that has neither loses nothing.
    ///
    /// @param proved when it was counted that no value names the old key
    boolean safe(Instant proved);
}
