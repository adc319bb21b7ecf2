package jp.bansho.numbers.taxfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;

/// The SQL of what a tax file lacks and of the rules it breaks.
final class TaxfileTable {

    private static final int PART = 50_000;

    private TaxfileTable() {}

    static void replace(Connection connection, long job, List<Missing> missing, List<Violation> violations)
            throws SQLException {
        for (var table : List.of("taxfile.missing", "taxfile.violation")) {
            try (var statement = connection.prepareStatement("delete from " + table + " where job = ?")) {
                statement.setLong(1, job);
                statement.executeUpdate();
            }
        }
        for (var from = 0; from < missing.size(); from += PART) {
            addMissing(connection, job, missing.subList(from, Math.min(from + PART, missing.size())));
        }
        for (var from = 0; from < violations.size(); from += PART) {
            addViolations(connection, job, violations.subList(from, Math.min(from + PART, violations.size())));
        }
    }

    static Shortfall shortfall(Connection connection, long job) throws SQLException {
        var missing = new ArrayList<Missing>();
        var sql = "select line, field, user_number, reason from taxfile.missing where job = ? order by line, field";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    missing.add(new Missing(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4)));
                }
            }
        }
        var violations = new ArrayList<Violation>();
        sql = "select line, column_no, rule from taxfile.violation where job = ? order by line, column_no";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    violations.add(new Violation(row.getLong(1), row.getInt(2), Rule.valueOf(row.getString(3))));
                }
            }
        }
        return new Shortfall(missing, violations);
    }

    private static void addMissing(Connection connection, long job, List<Missing> rows) throws SQLException {
        var sql = """
                insert into taxfile.missing (job, line, field, user_number, reason)
                select ?, line, field, user_number, reason
                  from unnest(?::bigint[], ?::smallint[], ?::text[], ?::text[]) m (line, field, user_number, reason)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setObject(2, rows.stream().mapToLong(Missing::line).toArray());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "smallint",
                            rows.stream().map(row -> (short) row.field()).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rows.stream().map(Missing::userNumber).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text", rows.stream().map(Missing::reason).toArray()));
            statement.executeUpdate();
        }
    }

    private static void addViolations(Connection connection, long job, List<Violation> rows) throws SQLException {
        var sql = """
                insert into taxfile.violation (job, line, column_no, rule)
                select ?, line, column_no, rule
                  from unnest(?::bigint[], ?::smallint[], ?::text[]) v (line, column_no, rule)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setObject(2, rows.stream().mapToLong(Violation::line).toArray());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "smallint",
                            rows.stream().map(row -> (short) row.column()).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rows.stream().map(row -> row.rule().name()).toArray()));
            statement.executeUpdate();
        }
    }
}
