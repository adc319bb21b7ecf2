package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.numbers.linkage.SubjectMarks;

/// Reads what the rules are held against, in the scope of the watch.
final class Traces {

    private static final int FETCH = 5_000;

    private Traces() {}

    /// The traces since that day, in the order of the chain.
    static List<Trace> since(Connection connection, Watch watch, LocalDate day) throws SQLException {
        var sql =
                "select seq, at, actor, role, event, coalesce(case when event = any(?) then details::json ->> 'account' end, ''),"
                        + " coalesce(purpose, ''), subject from " + watch.view()
                        + " where at >= ? and (event = any(?) or " + Events.REFUSED_SQL + ") order by seq";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            statement.setArray(
                    1, connection.createArrayOf("text", Events.aboutAccounts().toArray()));
            statement.setObject(2, RecordTable.startOf(day));
            statement.setArray(
                    3, connection.createArrayOf("text", Events.traced().toArray()));
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Trace>();
                while (row.next()) {
                    found.add(new Trace(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getObject(8, Long.class)));
                }
                return found;
            }
        }
    }

    /// What is known about the people in the traces; the staff and what they are kept as come from elsewhere.
    static Background background(
            Connection connection, Watch watch, StaffRows.Found staff, List<Trace> traces, LocalDate firstDay)
            throws SQLException {
        if (!watch.seesPeople()) {
            return new Background(staff.byAccount(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
        }
        var kept = new HashMap<Long, Set<Long>>();
        SubjectMarks.handles(connection, staff.personOfUserNumber().keySet())
                .forEach((userNumber, handles) ->
                        handles.forEach(handle -> kept.computeIfAbsent(handle, _ -> new HashSet<>())
                                .addAll(staff.personOfUserNumber().getOrDefault(userNumber, Set.of()))));
        var looked = new HashSet<Long>();
        var revealed = new HashSet<Long>();
        for (var trace : traces) {
            if (trace.subject() != null) {
                looked.add(trace.subject());
                if (trace.event().equals(Events.REVEALED)) {
                    revealed.add(trace.subject());
                }
            }
        }
        return new Background(
                staff.byAccount(),
                kept,
                SubjectMarks.marks(connection, looked),
                planted(connection),
                registered(connection, revealed, firstDay),
                taxFiles(connection, firstDay));
    }

    private static Map<Long, Instant> planted(Connection connection) throws SQLException {
        var sql = "select subject, marked_at from inspection.honeytoken where lifted_at is null";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var found = new HashMap<Long, Instant>();
            while (row.next()) {
                found.put(row.getLong(1), row.getTimestamp(2).toInstant());
            }
            return found;
        }
    }

    private static Map<Long, List<Instant>> registered(
            Connection connection, Collection<Long> subjects, LocalDate firstDay) throws SQLException {
        var sql =
                "select subject, registered_at from vault.sealed_number where subject = any(?) and registered_at >= ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", subjects.toArray()));
            statement.setObject(2, RecordTable.startOf(firstDay));
            try (var row = statement.executeQuery()) {
                var found = new HashMap<Long, List<Instant>>();
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(row.getTimestamp(2).toInstant());
                }
                return found;
            }
        }
    }

    private static List<Instant> taxFiles(Connection connection, LocalDate firstDay) throws SQLException {
        try (var statement = connection.prepareStatement("select at from inspection.tax_file where at >= ?")) {
            statement.setObject(1, RecordTable.startOf(firstDay));
            return moments(statement);
        }
    }

    private static List<Instant> moments(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            var found = new ArrayList<Instant>();
            while (row.next()) {
                found.add(row.getTimestamp(1).toInstant());
            }
            return found;
        }
    }
}
