package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.bansho.retention.Rule;
import org.jspecify.annotations.Nullable;

/// The SQL of confirmed deaths, submission deadlines and legal holds.
final class FactTable {

    private FactTable() {}

    static List<Fact> of(Connection connection, long subject) throws SQLException {
        var found = new ArrayList<Fact>();
        read(connection, found, Fact.Sort.DEATH, subject, """
                select id, confirmed_on, erase_from, source, entered_by, entered_at, withdrawn_by, withdrawn_at, withdrawn_because
                  from retention.death where subject = ? order by id desc
                """);
        read(connection, found, Fact.Sort.DEADLINE, subject, """
                select id, deadline, erase_from, source, entered_by, entered_at, withdrawn_by, withdrawn_at, withdrawn_because
                  from retention.deadline where subject = ? order by deadline desc, id desc
                """);
        read(connection, found, Fact.Sort.HOLD, subject, """
                select id, from_day, until_day, reason, entered_by, entered_at, released_by, released_at, released_because
                  from retention.hold where subject = ? order by id desc
                """);
        return List.copyOf(found);
    }

    private static void read(Connection connection, List<Fact> into, Fact.Sort sort, long subject, String sql)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var second = row.getDate(3);
                    var ended = row.getTimestamp(8);
                    into.add(new Fact(
                            row.getLong(1),
                            sort,
                            row.getDate(2).toLocalDate(),
                            second == null ? null : second.toLocalDate(),
                            row.getString(4),
                            row.getString(5),
                            row.getTimestamp(6).toInstant(),
                            row.getString(7),
                            ended == null ? null : ended.toInstant(),
                            row.getString(9)));
                }
            }
        }
    }

    static void death(Connection connection, long subject, LocalDate day, String source, String by, Instant at)
            throws SQLException {
        var sql = """
                insert into retention.death (association, subject, confirmed_on, erase_from, source, entered_by, entered_at)
                values (linkage.current_association(), ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setDate(2, Date.valueOf(day));
            statement.setDate(3, Date.valueOf(Rule.PENSION_TEN_YEARS.eraseFrom(day)));
            statement.setString(4, source);
            statement.setString(5, by);
            statement.setTimestamp(6, Timestamp.from(at));
            statement.executeUpdate();
        }
    }

    /// Those of the people whose confirmed death is in force.
    static Set<Long> dead(Connection connection, Collection<Long> subjects) throws SQLException {
        var sql = "select subject from retention.death where withdrawn_at is null and subject = any(?::bigint[])";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", subjects.toArray()));
            try (var row = statement.executeQuery()) {
                var found = new HashSet<Long>();
                while (row.next()) {
                    found.add(row.getLong(1));
                }
                return found;
            }
        }
    }

    /// One deadline for many people; who has it already is left alone.
    ///
    /// @param job the job whose file named them; null at the terminal
    /// @return for how many it was new
    static int deadlines(
            Connection connection,
            Collection<Long> subjects,
            LocalDate day,
            String source,
            @Nullable Long job,
            String by,
            Instant at)
            throws SQLException {
        var sql = """
                insert into retention.deadline (association, subject, deadline, erase_from, source, job, entered_by, entered_at)
                select linkage.current_association(), subject, ?, ?, ?, ?, ?, ?
                  from unnest(?::bigint[]) named (subject)
                    on conflict (subject, deadline) where withdrawn_at is null do nothing
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(day));
            statement.setDate(2, Date.valueOf(Rule.TAX_SEVEN_YEARS.eraseFrom(day)));
            statement.setString(3, source);
            statement.setObject(4, job);
            statement.setString(5, by);
            statement.setTimestamp(6, Timestamp.from(at));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "bigint", subjects.stream().distinct().toArray()));
            return statement.executeUpdate();
        }
    }

    static void hold(
            Connection connection,
            long subject,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            String by,
            Instant at)
            throws SQLException {
        var sql = """
                insert into retention.hold (association, subject, reason, from_day, until_day, entered_by, entered_at)
                values (linkage.current_association(), ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setString(2, reason);
            statement.setDate(3, Date.valueOf(from));
            statement.setDate(4, until == null ? null : Date.valueOf(until));
            statement.setString(5, by);
            statement.setTimestamp(6, Timestamp.from(at));
            statement.executeUpdate();
        }
    }

    /// Ends a fact that is in force: takes a date back, releases a hold.
    ///
    /// @return false if it is not there or not in force
    static boolean end(
            Connection connection, Fact.Sort sort, long subject, long id, String because, String by, Instant at)
            throws SQLException {
        var ended = sort == Fact.Sort.HOLD ? "released" : "withdrawn";
        var sql = """
                update retention.%s set %s_by = ?, %s_at = ?, %s_because = ?
                 where id = ? and subject = ? and %s_at is null
                """.formatted(sort.word(), ended, ended, ended, ended);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, by);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setString(3, because);
            statement.setLong(4, id);
            statement.setLong(5, subject);
            return statement.executeUpdate() == 1;
        }
    }
}
