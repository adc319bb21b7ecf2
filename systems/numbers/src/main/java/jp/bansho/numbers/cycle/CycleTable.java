package jp.bansho.numbers.cycle;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.numbers.intake.Duty;

/// The SQL of rounds.
final class CycleTable {

    private static final String COLUMNS = """
            select id, association, duty, month, opened_at, opened_by, counted_at, asked, unchanged, registered, changed,
                   died, out_of_scope, unclear, unanswered, waiting, closed_at, closed_by, closed_because
              from cycle.cycle
            """;

    private CycleTable() {}

    static Optional<Cycle> find(Connection connection, Duty duty) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where duty = ? and month = ?")) {
            statement.setString(1, duty.sort().word());
            statement.setDate(2, Date.valueOf(duty.month().atDay(1)));
            return list(statement).stream().findFirst();
        }
    }

    /// A round, and nobody else's to change until the transaction ends.
    static Optional<Cycle> lock(Connection connection, Duty duty) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where duty = ? and month = ? for update")) {
            statement.setString(1, duty.sort().word());
            statement.setDate(2, Date.valueOf(duty.month().atDay(1)));
            return list(statement).stream().findFirst();
        }
    }

    /// The files of a round, in the order they came.
    static List<Sheet.TakenFile> files(Connection connection, long cycle) throws SQLException {
        var sql = "select job, taken_by, taken_at from cycle.file where cycle = ? order by job";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cycle);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Sheet.TakenFile>();
                while (row.next()) {
                    found.add(new Sheet.TakenFile(
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant()));
                }
                return found;
            }
        }
    }

    /// The newest months first.
    static List<Cycle> newest(Connection connection, int most) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " order by month desc, association, duty limit ?")) {
            statement.setInt(1, most);
            return list(statement);
        }
    }

    /// True if it was not there.
    static boolean open(Connection connection, Duty duty, String by, Instant at) throws SQLException {
        var sql = """
                insert into cycle.cycle (association, duty, month, opened_at, opened_by)
                values (linkage.current_association(), ?, ?, ?, ?)
                    on conflict (association, duty, month) do nothing
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, duty.sort().word());
            statement.setDate(2, Date.valueOf(duty.month().atDay(1)));
            statement.setTimestamp(3, Timestamp.from(at));
            statement.setString(4, by);
            return statement.executeUpdate() == 1;
        }
    }

    static void file(Connection connection, long cycle, long job, String by, Instant at) throws SQLException {
        var sql = """
                insert into cycle.file (job, cycle, association, taken_at, taken_by)
                values (?, ?, linkage.current_association(), ?, ?)
                    on conflict (job) do nothing
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, cycle);
            statement.setTimestamp(3, Timestamp.from(at));
            statement.setString(4, by);
            statement.executeUpdate();
        }
    }

    static void counted(Connection connection, long cycle, Counts counts, Instant at) throws SQLException {
        var sql = """
                update cycle.cycle
                   set asked = ?, unchanged = ?, registered = ?, changed = ?, died = ?, out_of_scope = ?, unclear = ?,
                       unanswered = ?, waiting = ?, counted_at = ?
                 where id = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, counts.asked());
            statement.setLong(2, counts.unchanged());
            statement.setLong(3, counts.registered());
            statement.setLong(4, counts.changed());
            statement.setLong(5, counts.died());
            statement.setLong(6, counts.outOfScope());
            statement.setLong(7, counts.unclear());
            statement.setLong(8, counts.unanswered());
            statement.setLong(9, counts.waiting());
            statement.setTimestamp(10, Timestamp.from(at));
            statement.setLong(11, cycle);
            statement.executeUpdate();
        }
    }

    static void close(Connection connection, long cycle, String by, String because, Instant at) throws SQLException {
        var sql = "update cycle.cycle set closed_at = ?, closed_by = ?, closed_because = ? where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setString(2, by);
            statement.setString(3, because);
            statement.setLong(4, cycle);
            statement.executeUpdate();
        }
    }

    private static List<Cycle> list(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<Cycle>();
            while (row.next()) {
                found.add(read(row));
            }
            return found;
        }
    }

    private static Cycle read(ResultSet row) throws SQLException {
        var counted = row.getTimestamp(7);
        var closed = row.getTimestamp(17);
        var month = YearMonth.from(row.getDate(4).toLocalDate());
        return new Cycle(
                row.getLong(1),
                row.getInt(2),
                new Duty(Duty.Sort.of(row.getString(3)), month),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                counted == null ? null : counted.toInstant(),
                new Counts(
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16)),
                closed == null ? null : closed.toInstant(),
                row.getString(18),
                row.getString(19));
    }
}
