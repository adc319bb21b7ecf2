package jp.bansho.numbers.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.numbers.staff.Purpose;
import org.jspecify.annotations.Nullable;

/// The SQL of jobs.
final class JobTable {

    private static final String COLUMNS =
            "id, kind, association, purpose, actor, role, source_path, target_path, options,"
                    + " layout, bytes, encode(fingerprint, 'hex'), state, started_at, finished_at, busy_seconds";

    private JobTable() {}

    static long add(Connection connection, JobOrder order, long bytes, byte[] fingerprint, Instant now)
            throws SQLException {
        var sql = """
                insert into job.job (kind, association, purpose, actor, role, source_path, target_path, options, layout,
                                     bytes, fingerprint, state, started_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', ?)
                returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, order.kind().word());
            statement.setObject(2, order.association());
            statement.setString(3, order.purpose().word());
            statement.setString(4, order.actor().name());
            statement.setString(5, order.actor().role().word());
            statement.setString(6, order.source().toString());
            statement.setString(
                    7, order.target() == null ? null : order.target().toString());
            statement.setString(8, order.options());
            statement.setString(9, order.layout());
            statement.setLong(10, bytes);
            statement.setBytes(11, fingerprint);
            statement.setTimestamp(12, Timestamp.from(now));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Optional<Job> byId(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement("select " + COLUMNS + " from job.job where id = ?")) {
            statement.setLong(1, id);
            return list(statement.executeQuery()).stream().findFirst();
        }
    }

    static List<Job> newest(Connection connection, int most) throws SQLException {
        var sql = "select " + COLUMNS + " from job.job order by id desc limit ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, most);
            return list(statement.executeQuery());
        }
    }

    static List<Job> unfinished(Connection connection) throws SQLException {
        var sql = "select " + COLUMNS + " from job.job where state = 'running' order by id";
        try (var statement = connection.prepareStatement(sql)) {
            return list(statement.executeQuery());
        }
    }

    static List<JobTally> tally(Connection connection, Instant since) throws SQLException {
        var sql = """
                select kind, state, count(*)
                  from job.job
                 where started_at >= ?
                 group by kind, state
                 order by kind, state
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(since));
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<JobTally>();
                while (row.next()) {
                    found.add(new JobTally(JobKind.of(row.getString(1)), row.getString(2), row.getLong(3)));
                }
                return found;
            }
        }
    }

    static Optional<Job> sameFile(
            Connection connection, JobKind kind, byte[] fingerprint, @Nullable Integer association)
            throws SQLException {
        var sql = "select " + COLUMNS + """
                 from job.job
                where fingerprint = ? and kind = ? and association is not distinct from ?::smallint
                  and state <> 'refused'
                order by id desc
                limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, fingerprint);
            statement.setString(2, kind.word());
            statement.setObject(3, association);
            return list(statement.executeQuery()).stream().findFirst();
        }
    }

    static void end(Connection connection, long id, String state, Instant now, double busySeconds) throws SQLException {
        var sql = "update job.job set state = ?, finished_at = ?, busy_seconds = busy_seconds + ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, state);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setDouble(3, busySeconds);
            statement.setLong(4, id);
            statement.executeUpdate();
        }
    }

    private static List<Job> list(ResultSet rows) throws SQLException {
        try (rows) {
            var found = new ArrayList<Job>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private static Job read(ResultSet row) throws SQLException {
        var association = row.getInt(3);
        var target = row.getString(8);
        var finished = row.getTimestamp(15);
        return new Job(
                row.getLong(1),
                JobKind.of(row.getString(2)),
                association == 0 ? null : association,
                Purpose.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                Path.of(row.getString(7)),
                target == null ? null : Path.of(target),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                row.getString(12),
                row.getString(13),
                row.getTimestamp(14).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getDouble(16));
    }
}
