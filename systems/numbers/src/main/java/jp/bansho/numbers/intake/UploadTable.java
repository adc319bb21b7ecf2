package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The SQL of uploaded files.
final class UploadTable {

    private UploadTable() {}

    /// A row of the table.
    record Row(
            long job,
            String receivedBy,
            Instant receivedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant deletedAt) {}

    /// Notes an upload.
    static void add(Connection connection, long job, String actor, Instant now) throws SQLException {
        var sql = """
                insert into intake.upload (job, association, received_by, received_at)
                values (?, linkage.current_association(), ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setString(2, actor);
            statement.setTimestamp(3, Timestamp.from(now));
            statement.executeUpdate();
        }
    }

    /// The newest uploads, those that wait for a confirmation first.
    ///
    /// @param job this one alone; null for all
    static List<Row> newest(Connection connection, @Nullable Long job, int most) throws SQLException {
        return rows(connection, "?::bigint is null or job = ?", job, most);
    }

    /// All uploads whose source is still there, as far as is known.
    static List<Row> kept(Connection connection) throws SQLException {
        return rows(connection, "(?::bigint is null or job = ?) and deleted_at is null", null, Integer.MAX_VALUE);
    }

    private static List<Row> rows(Connection connection, String which, @Nullable Long job, int most)
            throws SQLException {
        var sql = """
                select job, received_by, received_at, confirmed_by, confirmed_at, deleted_at
                  from intake.upload
                 where %s
                 order by confirmed_at is not null, job desc
                 limit ?
                """.formatted(which);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, job);
            statement.setObject(2, job);
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Row>();
                while (row.next()) {
                    found.add(new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            row.getString(4),
                            moment(row.getTimestamp(5)),
                            moment(row.getTimestamp(6))));
                }
                return found;
            }
        }
    }

    /// Confirms; false if somebody confirmed it before.
    static boolean confirm(Connection connection, long job, String actor, Instant now) throws SQLException {
        var sql = "update intake.upload set confirmed_by = ?, confirmed_at = ? where job = ? and confirmed_by is null";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, actor);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setLong(3, job);
            return statement.executeUpdate() == 1;
        }
    }

    static void deleted(Connection connection, long job, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("update intake.upload set deleted_at = ? where job = ?")) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, job);
            statement.executeUpdate();
        }
    }

    private static @Nullable Instant moment(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
