package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// All SQL about findings and runs; row-level security holds it to the organisation of the scope.
final class FindingTable {

    private static final int MOST_RECORDS = 200;
    private static final String COLUMNS = "id, rule, account, day, subject, amount, records, first_seen, state, note,"
            + " worked_off_by, worked_off_at";

    private FindingTable() {}

    /// Keeps what a rule points at. What is known already changes nothing; what has grown is open again.
    ///
    /// @return its number, if the finding is new or has grown
    static OptionalLong keep(
            Connection connection, int organisation, Rule rule, Hits.Key key, List<Long> records, Instant now)
            throws SQLException {
        var sql = """
                insert into inspection.finding as known
                       (organisation, rule, account, day, subject, amount, records, first_seen)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint once_a_day do update
                   set amount = excluded.amount, records = excluded.records, state = 'open',
                       worked_off_by = null, worked_off_at = null
                 where excluded.amount > known.amount
                returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, organisation);
            statement.setString(2, rule.word());
            statement.setString(3, key.account());
            statement.setObject(4, key.day());
            statement.setObject(5, key.subject(), Types.BIGINT);
            statement.setInt(6, records.size());
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "bigint", records.stream().limit(MOST_RECORDS).toArray()));
            statement.setTimestamp(8, Timestamp.from(now));
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    static void keepRun(Connection connection, int organisation, LogRun run) throws SQLException {
        var sql = """
                insert into inspection.run (organisation, ran_by, ran_at, first_day, last_day, records, hits, added)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, organisation);
            statement.setString(2, run.ranBy());
            statement.setTimestamp(3, Timestamp.from(run.ranAt()));
            statement.setObject(4, run.firstDay());
            statement.setObject(5, run.lastDay());
            statement.setLong(6, run.records());
            statement.setInt(7, run.hits());
            statement.setInt(8, run.added());
            statement.executeUpdate();
        }
    }

    static List<LogRun> runs(Connection connection, int most) throws SQLException {
        var sql = """
                select ran_by, ran_at, first_day, last_day, records, hits, added
                  from inspection.run order by id desc limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<LogRun>();
                while (row.next()) {
                    found.add(new LogRun(
                            row.getString(1),
                            row.getTimestamp(2).toInstant(),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class),
                            row.getLong(5),
                            row.getInt(6),
                            row.getInt(7)));
                }
                return found;
            }
        }
    }

    /// How many findings of each rule are open.
    static Map<Rule, Integer> open(Connection connection) throws SQLException {
        var sql = "select rule, count(*) from inspection.finding where state = 'open' group by rule";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var found = new EnumMap<Rule, Integer>(Rule.class);
            while (row.next()) {
                var count = row.getInt(2);
                Rule.of(row.getString(1)).ifPresent(rule -> found.put(rule, count));
            }
            return found;
        }
    }

    /// How many findings there are; null and empty ask for all.
    static int count(Connection connection, @Nullable Rule rule, boolean openOnly) throws SQLException {
        try (var statement =
                connection.prepareStatement("select count(*) from inspection.finding" + where(rule, openOnly))) {
            fill(statement, rule);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Findings, open ones first, then the newest day.
    static List<Finding> list(
            Connection connection, Watch watch, @Nullable Rule rule, boolean openOnly, int skip, int most)
            throws SQLException {
        var sql = select(watch) + where(rule, openOnly)
                + " order by state <> 'open', day desc, rule, account, id limit " + most + " offset " + skip;
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, rule);
            return read(statement);
        }
    }

    static Optional<Finding> one(Connection connection, Watch watch, long id) throws SQLException {
        try (var statement = connection.prepareStatement(select(watch) + " where id = ?")) {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        }
    }

    /// Works a finding off, if it is still open and has not grown since the auditor saw it.
    static boolean workOff(
            Connection connection, Finding finding, FindingState state, String note, String by, Instant now)
            throws SQLException {
        var sql = """
                update inspection.finding
                   set state = ?, note = ?, worked_off_by = ?, worked_off_at = ?
                 where id = ? and state = 'open' and amount = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, state.word());
            statement.setString(2, note);
            statement.setString(3, by);
            statement.setTimestamp(4, Timestamp.from(now));
            statement.setLong(5, finding.id());
            statement.setInt(6, finding.amount());
            return statement.executeUpdate() == 1;
        }
    }

    private static String select(Watch watch) {
        var userNumber = watch.seesPeople()
                ? "(select s.user_number from linkage.subject s where s.id = f.subject)"
                : "null::text";
        return "select " + COLUMNS + ", " + userNumber + " from inspection.finding f";
    }

    private static String where(@Nullable Rule rule, boolean openOnly) {
        return " where true" + (rule == null ? "" : " and rule = ?") + (openOnly ? " and state = 'open'" : "");
    }

    private static void fill(PreparedStatement statement, @Nullable Rule rule) throws SQLException {
        if (rule != null) {
            statement.setString(1, rule.word());
        }
    }

    private static List<Finding> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            var found = new ArrayList<Finding>();
            while (row.next()) {
                var workedOff = row.getTimestamp(12);
                found.add(new Finding(
                        row.getLong(1),
                        Rule.of(row.getString(2)).orElseThrow(),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, Long.class),
                        row.getString(13),
                        row.getInt(6),
                        List.of((Long[]) row.getArray(7).getArray()),
                        row.getTimestamp(8).toInstant(),
                        FindingState.of(row.getString(9)).orElseThrow(),
                        row.getString(10),
                        row.getString(11),
                        workedOff == null ? null : workedOff.toInstant()));
            }
            return found;
        }
    }
}
