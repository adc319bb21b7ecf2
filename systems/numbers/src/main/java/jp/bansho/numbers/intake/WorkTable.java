package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The SQL of deciding work items.
final class WorkTable {

    private static final String COLUMNS = """
            select id, reason, state, opened_at, job, line, coalesce(echo_key, ''), subject, other_subject,
                   coalesce(generation, 0)
              from intake.work_item
            """;

    private WorkTable() {}

    /// Open items, oldest first.
    static List<WorkRow> open(Connection connection, int most) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where state = 'open' order by id limit ?")) {
            statement.setInt(1, most);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<WorkRow>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        }
    }

    /// An item, and nobody else's to decide until the transaction ends.
    static Optional<WorkRow> lock(Connection connection, long id) throws SQLException {
        return one(connection, id, COLUMNS + " where id = ? for update");
    }

    static Optional<WorkRow> find(Connection connection, long id) throws SQLException {
        return one(connection, id, COLUMNS + " where id = ?");
    }

    static void decide(Connection connection, long id, WorkDecision decision, String note, String actor, Instant now)
            throws SQLException {
        var sql = """
                update intake.work_item
                   set state = 'decided', decision = ?, note = ?, decided_by = ?, decided_at = ?
                 where id = ? and state = 'open'
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, decision.word());
            statement.setString(2, note);
            statement.setString(3, actor);
            statement.setTimestamp(4, Timestamp.from(now));
            statement.setLong(5, id);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("a work item that was locked is not open");
            }
        }
    }

    private static Optional<WorkRow> one(Connection connection, long id, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static WorkRow read(ResultSet row) throws SQLException {
        return new WorkRow(
                row.getLong(1),
                WorkItem.Reason.of(row.getString(2)),
                row.getString(3).equals("open"),
                row.getTimestamp(4).toInstant(),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                handle(row, 8),
                handle(row, 9),
                row.getInt(10));
    }

    private static @Nullable Long handle(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
