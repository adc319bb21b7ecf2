package jp.bansho.numbers.purge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All SQL about periods and purges; row-level security holds it to the organisation of the desk. What is asked of the
/// record itself is asked without a scope.
final class PurgeTable {

    private static final String SELECT = """
            select id, organisation, application, years, before, last_seq, expected, ordered_by, ordered_at, started_at,
                   next_seq, purged, finished_at
              from purge.run
            """;
    private static final String DUE =
            " association is not distinct from ? and at < ? and details is not null and audit.purgeable(event)";

    private PurgeTable() {}

    static List<Period> periods(Connection connection) throws SQLException {
        var sql = "select years, reason, set_by, set_at from purge.period order by id desc";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var found = new ArrayList<Period>();
            while (row.next()) {
                found.add(new Period(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()));
            }
            return found;
        }
    }

    static void set(Connection connection, int organisation, Period period) throws SQLException {
        var sql = "insert into purge.period (organisation, years, reason, set_by, set_at) values (?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, organisation);
            statement.setInt(2, period.years());
            statement.setString(3, period.reason());
            statement.setString(4, period.setBy());
            statement.setTimestamp(5, Timestamp.from(period.setAt()));
            statement.executeUpdate();
        }
    }

    /// The last position that a purge before that moment may look at, and how many records it would purge.
    record Extent(long lastSeq, long records) {}

    /// Asked without a scope.
    static Extent extent(Connection connection, @Nullable Integer association, Instant before) throws SQLException {
        var sql = """
                with reach as (
                    select coalesce(max(seq), 0) as last_seq from audit.record
                     where at < ? and seq <= (select seq from audit.head) - (select keep_newest from audit.purge_rule))
                select last_seq, (select count(*) from audit.record where seq <= last_seq and\s""" + DUE + ") from reach";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setObject(2, association, Types.SMALLINT);
            statement.setTimestamp(3, Timestamp.from(before));
            try (var row = statement.executeQuery()) {
                row.next();
                return new Extent(row.getLong(1), row.getLong(2));
            }
        }
    }

    /// The next records of a run: how many, and up to which position. Asked without a scope.
    static Extent next(Connection connection, PurgeRun run, @Nullable Integer association, int most)
            throws SQLException {
        var sql =
                "select coalesce(max(seq), 0), count(*) from (select seq from audit.record where seq between ? and ? and"
                        + DUE + " order by seq limit ?) due";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run.nextSeq());
            statement.setLong(2, run.lastSeq());
            statement.setObject(3, association, Types.SMALLINT);
            statement.setTimestamp(4, Timestamp.from(run.before()));
            statement.setInt(5, most);
            try (var row = statement.executeQuery()) {
                row.next();
                var count = row.getLong(2);
                return new Extent(count == most ? row.getLong(1) : run.lastSeq(), count);
            }
        }
    }

    /// Purges what the record at that position says, under the one role that may.
    static void purge(Connection connection, long authority) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local role bansho_purger");
            statement.execute("select audit.purge_details(" + authority + ")");
            statement.execute("set local role none");
        }
    }

    static void order(Connection connection, PurgeRun run) throws SQLException {
        var sql = """
                insert into purge.run (organisation, application, years, before, last_seq, expected, ordered_by, ordered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, run.organisation());
            statement.setLong(2, run.application());
            statement.setInt(3, run.years());
            statement.setTimestamp(4, Timestamp.from(run.before()));
            statement.setLong(5, run.lastSeq());
            statement.setLong(6, run.expected());
            statement.setString(7, run.orderedBy());
            statement.setTimestamp(8, Timestamp.from(run.orderedAt()));
            statement.executeUpdate();
        }
    }

    static void start(Connection connection, long id, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update purge.run set started_at = ? where id = ? and started_at is null")) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    static void went(Connection connection, long id, long nextSeq, long purged) throws SQLException {
        try (var statement =
                connection.prepareStatement("update purge.run set next_seq = ?, purged = purged + ? where id = ?")) {
            statement.setLong(1, nextSeq);
            statement.setLong(2, purged);
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    static void finish(Connection connection, long id, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("update purge.run set finished_at = ? where id = ?")) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    static List<PurgeRun> runs(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + " order by id desc limit 200")) {
            return read(statement);
        }
    }

    /// @param locked true to hold it, so that two never work on one run
    static Optional<PurgeRun> one(Connection connection, long id, boolean locked) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + " where id = ?" + (locked ? " for update" : ""))) {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        }
    }

    private static List<PurgeRun> read(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<PurgeRun>();
            while (row.next()) {
                var started = row.getTimestamp(10);
                var finished = row.getTimestamp(13);
                found.add(new PurgeRun(
                        row.getLong(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant(),
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getTimestamp(9).toInstant(),
                        started == null ? null : started.toInstant(),
                        row.getLong(11),
                        row.getLong(12),
                        finished == null ? null : finished.toInstant()));
            }
            return found;
        }
    }
}
