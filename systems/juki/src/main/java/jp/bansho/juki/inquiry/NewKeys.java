package jp.bansho.juki.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.machine.StoreBroken;

/// Between the making of a job's key and the job itself nobody may take the key for a left one:
/// terminals and commands work at the same time. The database holds a word for it, shared by those
/// who make keys; who destroys left keys wants it alone, and leaves them to the next time
/// otherwise.
public final class NewKeys implements AutoCloseable {

    private static final long WORD = 0x6A756B69_6B657973L;

    private final Connection connection;

    private NewKeys(Connection connection) {
        this.connection = connection;
    }

    /// Begins the making of a key on a connection of the caller's own.
    static NewKeys guarded(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_lock_shared(" + WORD + ")");
        return new NewKeys(connection);
    }

    /// Whether nobody is making a key, until the caller's transaction ends.
    public static boolean nobodyMakes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_xact_lock(" + WORD + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() {
        try {
            connection.setAutoCommit(true);
            execute(connection, "select pg_advisory_unlock_shared(" + WORD + ")");
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
