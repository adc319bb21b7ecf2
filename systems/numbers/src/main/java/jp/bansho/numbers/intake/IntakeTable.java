package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The SQL of findings and of the work list.
final class IntakeTable {

    private IntakeTable() {}

    static void addFindings(Connection connection, long job, List<Finding> findings) throws SQLException {
        if (findings.isEmpty()) {
            return;
        }
        var sql = """
                insert into intake.finding (job, line, association, outcome, rule, column_no, echo_key)
                select ?, line, linkage.current_association(), outcome, rule, column_no, echo_key
                  from unnest(?::bigint[], ?::smallint[], ?::text[], ?::smallint[], ?::text[])
                       f (line, outcome, rule, column_no, echo_key)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            array(statement, 2, "bigint", findings, Finding::line);
            array(statement, 3, "smallint", findings, finding ->
                    (short) finding.outcome().code());
            array(statement, 4, "text", findings, Finding::rule);
            array(statement, 5, "smallint", findings, finding -> (short) finding.column());
            array(statement, 6, "text", findings, Finding::echoKey);
            statement.executeUpdate();
        }
    }

    /// What waits already does not wait twice, however often a file brings it.
    static void addWorkItems(Connection connection, long job, List<WorkItem> items, Instant now) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        var sql = """
                insert into intake.work_item (association, job, line, reason, echo_key, subject, other_subject, generation,
                                              opened_at)
                select linkage.current_association(), ?, line, reason, echo_key, subject, other_subject,
                       nullif(generation, 0), ?
                  from (select distinct on (reason, echo_key, other_subject, generation) *
                          from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::smallint[])
                               u (line, reason, echo_key, subject, other_subject, generation)
                         order by reason, echo_key, other_subject, generation, line) w
                 where not exists (
                       select from intake.work_item open
                        where open.association = linkage.current_association() and open.reason = w.reason
                          and open.state = 'open' and open.echo_key is not distinct from w.echo_key
                          and open.other_subject is not distinct from w.other_subject
                          and coalesce(open.generation, 0) = w.generation)
                 order by line
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setTimestamp(2, Timestamp.from(now));
            array(statement, 3, "bigint", items, WorkItem::line);
            array(statement, 4, "text", items, item -> item.reason().word());
            array(statement, 5, "text", items, WorkItem::echoKey);
            array(statement, 6, "bigint", items, WorkItem::subject);
            array(statement, 7, "bigint", items, WorkItem::otherSubject);
            array(statement, 8, "smallint", items, item -> (short) item.generation());
            statement.executeUpdate();
        }
    }

    /// Those of the user numbers of whom a person noted that J-LIS does not answer for them.
    static List<String> noted(Connection connection, Collection<String> echoKeys) throws SQLException {
        var sql = """
                select distinct echo_key from intake.work_item
                 where decision = 'noted' and echo_key = any(?::text[])
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", echoKeys.toArray()));
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }
    }

    static List<Finding> findings(Connection connection, long job, int most) throws SQLException {
        var sql = """
                select line, outcome, rule, column_no, echo_key
                  from intake.finding
                 where job = ?
                 order by line
                 limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setInt(2, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Finding>();
                while (row.next()) {
                    found.add(new Finding(
                            row.getLong(1),
                            RowOutcome.of(row.getInt(2)),
                            row.getString(3),
                            row.getInt(4),
                            row.getString(5)));
                }
                return found;
            }
        }
    }

    static Map<WorkItem.Reason, Long> openCounts(Connection connection) throws SQLException {
        var sql = "select reason, count(*) from intake.work_item where state = 'open' group by reason";
        var counts = new EnumMap<WorkItem.Reason, Long>(WorkItem.Reason.class);
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            while (row.next()) {
                counts.put(WorkItem.Reason.of(row.getString(1)), row.getLong(2));
            }
        }
        return counts;
    }

    static List<OpenWork> openWork(Connection connection, WorkItem.@Nullable Reason reason, int most)
            throws SQLException {
        var sql = """
                select id, job, line, reason, coalesce(echo_key, ''), opened_at
                  from intake.work_item
                 where state = 'open' and (?::text is null or reason = ?)
                 order by id
                 limit ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, reason == null ? null : reason.word());
            statement.setString(2, reason == null ? null : reason.word());
            statement.setInt(3, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<OpenWork>();
                while (row.next()) {
                    found.add(new OpenWork(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            WorkItem.Reason.of(row.getString(4)),
                            row.getString(5),
                            row.getTimestamp(6).toInstant()));
                }
                return found;
            }
        }
    }

    private static <T> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }
}
