package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;

/// Keeps the versions in use still while values are written: writers share it until their transaction ends, a change of
/// versions has it alone. Reading takes no lock at all.
final class KeyLock {

    private KeyLock() {}

    /// For a writer. It does not wait, because acts that share a commit would wait with it.
    ///
    /// @return false if the versions are being changed at this moment
    static boolean share(Connection connection, int association) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock_shared(771004, ?)")) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /// For whoever changes versions; waits for writers under way, which takes an instant.
    static void alone(Connection connection, int association) throws SQLException {
        lock(connection, "select pg_advisory_xact_lock(771004, ?)", association);
    }

    /// As [#alone], with jobs and the changes of single people kept away as well: a job keeps index values between its
    /// transactions. Waits until a running job has ended.
    static void aloneWithoutJobs(Connection connection, int association) throws SQLException {
        lock(connection, "select pg_advisory_xact_lock(771003, ?)", association);
        alone(connection, association);
    }

    private static void lock(Connection connection, String sql, int association) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            statement.execute();
        }
    }
}
