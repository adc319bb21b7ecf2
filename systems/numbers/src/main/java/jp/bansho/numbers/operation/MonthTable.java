package jp.bansho.numbers.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.bansho.numbers.operation.MonthFigures.ApprovalLine;
import jp.bansho.numbers.operation.MonthFigures.FindingLine;
import jp.bansho.numbers.operation.MonthFigures.JobLine;
import jp.bansho.numbers.operation.MonthFigures.Outage;
import jp.bansho.numbers.operation.MonthFigures.ReviewLine;

/// All SQL of the monthly report. Counts alone; no statement asks for an account or a person.
final class MonthTable {

    private MonthTable() {}

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// The last record before the end.
    static long through(Connection connection, Instant until) throws SQLException {
        try (var statement =
                connection.prepareStatement("select coalesce(max(seq), 0) from audit.record where at < ?")) {
            moment(statement, 1, until);
            return list(statement, row -> row.getLong(1)).getFirst();
        }
    }

    static SortedMap<String, Long> acts(Connection connection, Instant from, long through) throws SQLException {
        var sql = "select event, count(*) from audit.record where at >= ? and seq <= ? group by event";
        return counts(connection, sql, from, through);
    }

    static SortedMap<String, Long> alarms(Connection connection, Instant from, long through) throws SQLException {
        var sql = """
                select coalesce(details::json ->> 'part', '-'), count(*) from audit.record
                 where event = 'alarm-began' and at >= ? and seq <= ? group by 1
                """;
        return counts(connection, sql, from, through);
    }

    /// A start or a stop of the terminals.
    record Turn(boolean start, Instant at, long seq) {}

    /// Starts and stops up to the end, with the last one before the month.
    static List<Turn> turns(Connection connection, Instant from, long through) throws SQLException {
        var sql = """
                select event = 'terminals-opened', at, seq from audit.record
                 where event in ('terminals-opened', 'terminals-closed') and seq <= ?
                   and seq >= coalesce((select max(seq) from audit.record
                                         where event in ('terminals-opened', 'terminals-closed') and at < ?), 0)
                 order by seq
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, through);
            moment(statement, 2, from);
            return list(
                    statement,
                    row -> new Turn(row.getBoolean(1), row.getTimestamp(2).toInstant(), row.getLong(3)));
        }
    }

    /// The moment of the last record before a position.
    static Instant lastWord(Connection connection, long seq) throws SQLException {
        try (var statement =
                connection.prepareStatement("select at from audit.record where seq < ? order by seq desc limit 1")) {
            statement.setLong(1, seq);
            return list(statement, row -> row.getTimestamp(1).toInstant()).getFirst();
        }
    }

    static List<JobLine> jobs(Connection connection, Instant from, Instant until) throws SQLException {
        var sql = """
                select kind, state, count(*), sum(busy_seconds), max(busy_seconds) from job.job
                 where started_at >= ? and started_at < ? group by kind, state order by kind, state
                """;
        try (var statement = connection.prepareStatement(sql)) {
            moment(statement, 1, from);
            moment(statement, 2, until);
            return list(
                    statement,
                    row -> new JobLine(
                            row.getString(1), row.getString(2), row.getLong(3), row.getDouble(4), row.getDouble(5)));
        }
    }

    static FindingLine findings(Connection connection, int organisation, Instant from, Instant until)
            throws SQLException {
        var sql = """
                select count(*) filter (where first_seen >= ? and first_seen < ?),
                       count(*) filter (where worked_off_at >= ? and worked_off_at < ?),
                       count(*) filter (where first_seen < ? and (worked_off_at is null or worked_off_at >= ?))
                  from inspection.finding
                """;
        try (var statement = connection.prepareStatement(sql)) {
            moment(statement, 1, from);
            moment(statement, 2, until);
            moment(statement, 3, from);
            moment(statement, 4, until);
            moment(statement, 5, until);
            moment(statement, 6, until);
            return list(statement, row -> new FindingLine(organisation, row.getLong(1), row.getLong(2), row.getLong(3)))
                    .getFirst();
        }
    }

    /// Numbers there were at the end, and those registered since the beginning.
    static List<Long> numbers(Connection connection, Instant from, Instant until) throws SQLException {
        var sql =
                "select count(*), count(*) filter (where registered_at >= ?) from vault.sealed_number where registered_at < ?";
        try (var statement = connection.prepareStatement(sql)) {
            moment(statement, 1, from);
            moment(statement, 2, until);
            return list(statement, row -> List.of(row.getLong(1), row.getLong(2)))
                    .getFirst();
        }
    }

    static List<ApprovalLine> approvals(Connection connection, Instant from, Instant until) throws SQLException {
        var sql = """
                select kind, state, count(*) from access.application
                 where applied_at >= ? and applied_at < ? and organisation = 100 group by kind, state order by kind, state
                """;
        try (var statement = connection.prepareStatement(sql)) {
            moment(statement, 1, from);
            moment(statement, 2, until);
            return list(statement, row -> new ApprovalLine(row.getString(1), row.getString(2), row.getLong(3)));
        }
    }

    static List<ReviewLine> reviews(Connection connection) throws SQLException {
        var sql = "select kind, period, deadline from access.review where closed_at is null order by deadline, kind";
        try (var statement = connection.prepareStatement(sql)) {
            return list(
                    statement,
                    row -> new ReviewLine(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)));
        }
    }

    /// When the terminals were not served, between the beginning and the end.
    ///
    /// @param connection outside of every scope
    static List<Outage> outages(Connection connection, List<Turn> turns, Instant from, Instant until)
            throws SQLException {
        var found = new ArrayList<Outage>();
        var serving = false;
        var since = from;
        var clean = true;
        for (var turn : turns) {
            if (turn.start() && serving) {
                // it said no word before it stopped: its last record is the last that is known of it
                since = lastWord(connection, turn.seq());
                clean = false;
            }
            if (turn.start()) {
                add(found, since, turn.at(), clean, from);
            } else {
                since = turn.at();
                clean = true;
            }
            serving = turn.start();
        }
        if (!serving) {
            add(found, since, until, clean, from);
        }
        return found;
    }

    private static void add(List<Outage> found, Instant since, Instant until, boolean clean, Instant from) {
        var begin = since.isBefore(from) ? from : since;
        if (Duration.between(begin, until).isPositive()) {
            found.add(new Outage(begin, until, clean));
        }
    }

    private static SortedMap<String, Long> counts(Connection connection, String sql, Instant from, long through)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            moment(statement, 1, from);
            statement.setLong(2, through);
            var found = new TreeMap<String, Long>();
            list(statement, row -> found.put(row.getString(1), row.getLong(2)) == null);
            return found;
        }
    }

    private static void moment(PreparedStatement statement, int at, Instant moment) throws SQLException {
        statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
    }

    private static <T> List<T> list(PreparedStatement statement, Row<T> reader) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (row.next()) {
                found.add(reader.of(row));
            }
            return found;
        }
    }
}
