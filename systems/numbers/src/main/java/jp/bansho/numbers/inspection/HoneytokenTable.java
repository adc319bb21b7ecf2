package jp.bansho.numbers.inspection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All SQL about planted people.
final class HoneytokenTable {

    private HoneytokenTable() {}

    static List<Honeytoken> list(Connection connection) throws SQLException {
        var sql = """
                select h.subject, s.user_number, h.note, h.marked_by, h.marked_at
                  from inspection.honeytoken h
                  left join linkage.subject s on s.id = h.subject
                 where h.lifted_at is null
                 order by h.marked_at desc, h.subject
                """;
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var found = new ArrayList<Honeytoken>();
            while (row.next()) {
                found.add(new Honeytoken(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()));
            }
            return found;
        }
    }

    /// Marks a person; false if the person is marked already.
    static boolean mark(Connection connection, int association, long subject, String note, String by, Instant now)
            throws SQLException {
        var sql = """
                insert into inspection.honeytoken as known (subject, organisation, note, marked_by, marked_at)
                values (?, ?, ?, ?, ?)
                on conflict (subject) do update
                   set note = excluded.note, marked_by = excluded.marked_by, marked_at = excluded.marked_at,
                       lifted_by = null, lifted_at = null
                 where known.lifted_at is not null
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setInt(2, association);
            statement.setString(3, note);
            statement.setString(4, by);
            statement.setTimestamp(5, Timestamp.from(now));
            return statement.executeUpdate() == 1;
        }
    }

    static boolean lift(Connection connection, long subject, String by, Instant now) throws SQLException {
        var sql =
                "update inspection.honeytoken set lifted_by = ?, lifted_at = ? where subject = ? and lifted_at is null";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, by);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setLong(3, subject);
            return statement.executeUpdate() == 1;
        }
    }

    /// How many looks at planted people are no finding yet, because no check ran since.
    static int fresh(Connection connection, Watch watch) throws SQLException {
        var sql = "select count(*) from inspection.honeytoken h join " + watch.view() + """
                 r on r.subject = h.subject
                where h.lifted_at is null
                  and r.at >= h.marked_at
                  and r.at >= coalesce((select max(ran_at) from inspection.run), '-infinity')
                  and r.event = any(?)
                  and not exists (select from inspection.finding f where f.rule = 'honeytoken' and r.seq = any(f.records))
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("text", Events.touching().toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
