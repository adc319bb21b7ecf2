package jp.bansho.numbers.cycle;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import jp.bansho.numbers.intake.Duty;

/// The SQL of comparisons of declarations.
final class ComparisonTable {

    private ComparisonTable() {}

    static void add(Connection connection, Duty duty, byte[] fingerprint, Comparison comparison, String by, Instant at)
            throws SQLException {
        var sql = """
                insert into cycle.comparison (association, month, fingerprint, compared_at, compared_by, lines, same, changed,
                                              new, unclear, gone)
                values (linkage.current_association(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(duty.month().atDay(1)));
            statement.setBytes(2, fingerprint);
            statement.setTimestamp(3, Timestamp.from(at));
            statement.setString(4, by);
            statement.setLong(5, comparison.lines());
            statement.setLong(6, comparison.same());
            statement.setLong(7, comparison.changed());
            statement.setLong(8, comparison.fresh());
            statement.setLong(9, comparison.unclear());
            statement.setLong(10, comparison.gone());
            statement.executeUpdate();
        }
    }

    static boolean has(Connection connection, Duty duty, byte[] fingerprint) throws SQLException {
        var sql = """
                select exists (select from cycle.comparison
                                where association = linkage.current_association() and month = ? and fingerprint = ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(duty.month().atDay(1)));
            statement.setBytes(2, fingerprint);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    static Optional<Comparison> newest(Connection connection, Duty duty) throws SQLException {
        var sql = """
                select lines, same, changed, new, unclear, gone from cycle.comparison
                 where association = linkage.current_association() and month = ?
                 order by id desc
                 limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(duty.month().atDay(1)));
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Comparison(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                        : Optional.empty();
            }
        }
    }
}
