package jp.bansho.numbers.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import jp.bansho.seal.KeyName;
import org.jspecify.annotations.Nullable;

/// The register of key backups, for everybody who must know whether an erasure can be undone: the key list, the health
/// page, the erasure certificate.
public final class KeyBackups {

    private KeyBackups() {}

    /// A backup that would bring destroyed keys back.
    ///
    /// @param number    in the register
    /// @param destroyed the keys it holds that were destroyed since
    public record Holding(int number, Instant madeAt, List<KeyName> destroyed) {}

    /// The backups that are not destroyed and hold keys that are. **While one of them is there, an erasure under such a
    /// key is not final** (R3). In any scope.
    public static List<Holding> holdingDestroyed(Connection connection) throws SQLException {
        var sql = "select number, made_at, key_name from vault.key_backup_holding_destroyed order by number, key_name";
        var found = new LinkedHashMap<Integer, Holding>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var madeAt = row.getTimestamp(2).toInstant();
                found.computeIfAbsent(row.getInt(1), number -> new Holding(number, madeAt, new ArrayList<>()))
                        .destroyed()
                        .add(KeyName.parse(row.getString(3)));
            }
        }
        return List.copyOf(found.values());
    }

    /// One line of the register.
    ///
    /// @param mark        names its files
    /// @param destroyedAt when people said that it was destroyed; null while it is there
    public record Line(
            int number,
            String mark,
            Instant madeAt,
            String madeBy,
            int needed,
            int shares,
            @Nullable Instant destroyedAt) {}

    /// The whole register, newest first.
    public static List<Line> all(Connection connection) throws SQLException {
        var sql = """
                select number, mark, made_at, made_by, needed, shares, destroyed_at
                  from vault.key_backup order by number desc
                """;
        var lines = new ArrayList<Line>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var destroyed = row.getTimestamp(7);
                lines.add(new Line(
                        row.getInt(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        destroyed == null ? null : destroyed.toInstant()));
            }
        }
        return lines;
    }

    static int enter(
            Connection connection,
            String mark,
            Instant at,
            String by,
            long application,
            int needed,
            int shares,
            Collection<KeyName> keys)
            throws SQLException {
        var sql = """
                insert into vault.key_backup (mark, made_at, made_by, application, needed, shares)
                values (?, ?, ?, ?, ?, ?) returning number
                """;
        int number;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, mark);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setString(3, by);
            statement.setLong(4, application);
            statement.setInt(5, needed);
            statement.setInt(6, shares);
            try (var row = statement.executeQuery()) {
                row.next();
                number = row.getInt(1);
            }
        }
        try (var statement =
                connection.prepareStatement("insert into vault.key_backup_key (backup, key_name) values (?, ?)")) {
            for (var key : keys) {
                statement.setInt(1, number);
                statement.setString(2, key.written());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return number;
    }

    /// Notes that a backup is no longer there.
    ///
    /// @param application null if it was never finished
    /// @return false if there is no such backup, or it is destroyed already
    static boolean destroyed(Connection connection, int number, Instant at, String by, @Nullable Long application)
            throws SQLException {
        var sql = """
                update vault.key_backup set destroyed_at = ?, destroyed_by = ?, destruction = ?
                 where number = ? and destroyed_at is null
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, by);
            statement.setObject(3, application, Types.BIGINT);
            statement.setInt(4, number);
            return statement.executeUpdate() == 1;
        }
    }
}
