package jp.bansho.numbers.emergency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL about emergency sessions.
final class SessionTable {

    private static final String COLUMNS =
            "id, application, account, writes, opened_at, ends_at, console_at, statements, ended_at, ended_by";

    private SessionTable() {}

    static long add(
            Connection connection,
            long application,
            String account,
            boolean writes,
            Instant now,
            Instant until,
            byte[] codeHash)
            throws SQLException {
        var sql = """
                insert into operation.emergency_session (application, account, writes, opened_at, ends_at, code_hash)
                values (?, ?, ?, ?, ?, ?) returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, application);
            statement.setString(2, account);
            statement.setBoolean(3, writes);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.setObject(5, until.atOffset(ZoneOffset.UTC));
            statement.setBytes(6, codeHash);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// The session that was not ended yet, out of time or not; there is one at most.
    static Optional<EmergencySession> unended(Connection connection) throws SQLException {
        return first(connection, "select " + COLUMNS + " from operation.emergency_session where ended_at is null");
    }

    static List<EmergencySession> newest(Connection connection, int most) throws SQLException {
        return list(
                connection, "select " + COLUMNS + " from operation.emergency_session order by id desc limit " + most);
    }

    static Optional<EmergencySession> one(Connection connection, long id) throws SQLException {
        return first(connection, "select " + COLUMNS + " from operation.emergency_session where id = " + id);
    }

    /// The session of that code, locked against a second console.
    static Optional<EmergencySession> ofCode(Connection connection, byte[] codeHash) throws SQLException {
        var sql = "select " + COLUMNS
                + " from operation.emergency_session where code_hash = ? order by id desc limit 1 for update";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, codeHash);
            return read(statement).stream().findFirst();
        }
    }

    static boolean takeConsole(Connection connection, long id, Instant now) throws SQLException {
        var sql = """
                update operation.emergency_session set console_at = ?, backend = pg_backend_pid()
                 where id = ? and console_at is null and ended_at is null and ends_at > ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setLong(2, id);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }

    /// Counts a statement of the console's server process.
    ///
    /// @return its number; empty if the session is over
    static Optional<Integer> begin(Connection connection, long id, Instant now) throws SQLException {
        var sql = """
                update operation.emergency_session set statements = statements + 1, backend = pg_backend_pid()
                 where id = ? and console_at is not null and ended_at is null and ends_at > ? returning statements
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    static boolean end(Connection connection, long id, String by, Instant now) throws SQLException {
        var sql = "update operation.emergency_session set ended_at = ?, ended_by = ? where id = ? and ended_at is null";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, by);
            statement.setLong(3, id);
            return statement.executeUpdate() == 1;
        }
    }

    /// Stops what the console of an ended session is running, as the machine's own login.
    static void cancel(Connection connection, int backend) throws SQLException {
        var sql =
                "select pg_cancel_backend(pid) from pg_stat_activity where pid = ? and query like 'select operation.%'";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, backend);
            statement.execute();
        }
    }

    static @Nullable Integer backend(Connection connection, long id) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select backend from operation.emergency_session where id = " + id)) {
            return row.next() ? row.getObject(1, Integer.class) : null;
        }
    }

    private static Optional<EmergencySession> first(Connection connection, String sql) throws SQLException {
        return list(connection, sql).stream().findFirst();
    }

    private static List<EmergencySession> list(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return read(statement);
        }
    }

    private static List<EmergencySession> read(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<EmergencySession>();
            while (row.next()) {
                found.add(new EmergencySession(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6).toInstant(),
                        moment(row, 7),
                        row.getInt(8),
                        moment(row, 9),
                        row.getString(10)));
            }
            return found;
        }
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
