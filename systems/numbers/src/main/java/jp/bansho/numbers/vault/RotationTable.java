package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.numbers.vault.Rotation.Phase;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;

/// The SQL of rotations.
final class RotationTable {

    private static final String COLUMNS = """
            select id, association, purpose, from_version, phase, done, total, coalesce(left_on_old, -1), actor,
                   started_at, finished_at
              from vault.rotation
            """;

    private RotationTable() {}

    /// Where a pass over the rows goes on.
    record Cursor(long subject, int generation) {
        static final Cursor START = new Cursor(Long.MIN_VALUE, 0);

        /// Where a pass that was completed stays, so that it is not gone over again after an interruption.
        static final Cursor END = new Cursor(Long.MAX_VALUE, Short.MAX_VALUE);
    }

    /// What a step did.
    ///
    /// @param to   where the next one goes on; [Cursor#END] at the end of the pass
    /// @param done values it changed
    record Batch(Cursor to, long done) {}

    static long add(
            Connection connection, KeyName old, Phase phase, long total, long application, String actor, Instant now)
            throws SQLException {
        var sql = """
                insert into vault.rotation (association, purpose, from_version, to_version, phase, total, application, actor,
                                            started_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, old.association());
            statement.setString(2, old.purpose().word());
            statement.setInt(3, old.version());
            statement.setInt(4, old.version() + 1);
            statement.setString(5, phase.word());
            statement.setLong(6, total);
            statement.setLong(7, application);
            statement.setString(8, actor);
            statement.setTimestamp(9, Timestamp.from(now));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Optional<Rotation> unfinished(Connection connection, KeyPurpose purpose) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where purpose = ? and phase <> 'finished'")) {
            statement.setString(1, purpose.word());
            return list(statement.executeQuery()).stream().findFirst();
        }
    }

    static Rotation byId(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where id = ?")) {
            statement.setLong(1, id);
            return list(statement.executeQuery()).getFirst();
        }
    }

    static List<Rotation> newest(Connection connection, int most) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " order by id desc limit ?")) {
            statement.setInt(1, most);
            return list(statement.executeQuery());
        }
    }

    static Cursor cursor(Connection connection, long id) throws SQLException {
        var sql = "select cursor_subject, cursor_generation from vault.rotation where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Cursor(row.getLong(1), row.getInt(2));
            }
        }
    }

    /// The same, and the commit does not wait for the disk: a batch that a crash takes back is done
    /// again, cursor and all, and every later commit that does wait makes it safe as well.
    static void movedLazily(Connection connection, long id, Cursor to, long more) throws SQLException {
        moved(connection, "set local synchronous_commit = off; ", id, to, more);
    }

    static void moved(Connection connection, long id, Cursor to, long more) throws SQLException {
        moved(connection, "", id, to, more);
    }

    private static void moved(Connection connection, String before, long id, Cursor to, long more) throws SQLException {
        var sql = before
                + "update vault.rotation set cursor_subject = ?, cursor_generation = ?, done = done + ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, to.subject());
            statement.setInt(2, to.generation());
            statement.setLong(3, more);
            statement.setLong(4, id);
            statement.execute();
        }
    }

    static void phase(Connection connection, long id, Phase phase) throws SQLException {
        try (var statement = connection.prepareStatement("update vault.rotation set phase = ? where id = ?")) {
            statement.setString(1, phase.word());
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    /// Notes the count that proves that nothing is left.
    static void proved(Connection connection, long id, long left, Instant now) throws SQLException {
        var sql = "update vault.rotation set left_on_old = ?, proved_at = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, left);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    /// When it was counted last that no value names the old key.
    static Instant provedAt(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement("select proved_at from vault.rotation where id = ?")) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        }
    }

    static void finish(Connection connection, long id, Instant now) throws SQLException {
        var sql = "update vault.rotation set phase = 'finished', finished_at = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    private static List<Rotation> list(ResultSet given) throws SQLException {
        try (var row = given) {
            var found = new ArrayList<Rotation>();
            while (row.next()) {
                var finished = row.getTimestamp(11);
                found.add(new Rotation(
                        row.getLong(1),
                        row.getInt(2),
                        KeyPurpose.of(row.getString(3)),
                        row.getInt(4),
                        Phase.valueOf(row.getString(5).toUpperCase(java.util.Locale.ROOT)),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getString(9),
                        row.getTimestamp(10).toInstant(),
                        finished == null ? null : finished.toInstant()));
            }
            return found;
        }
    }
}
