package jp.bansho.numbers.taxfile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The SQL of the fields a job left empty.
final class TaxfileTable {

    private static final int PART = 50_000;

    private TaxfileTable() {}

    static void replace(Connection connection, long job, List<Missing> missing) throws SQLException {
        try (var statement = connection.prepareStatement("delete from taxfile.missing where job = ?")) {
            statement.setLong(1, job);
            statement.executeUpdate();
        }
        for (var from = 0; from < missing.size(); from += PART) {
            add(connection, job, missing.subList(from, Math.min(from + PART, missing.size())));
        }
    }

    static List<Missing> missing(Connection connection, long job) throws SQLException {
        var missing = new ArrayList<Missing>();
        PreviewTable.each(
                connection,
                "select line, field, user_number, reason from taxfile.missing where job = ? order by line, field",
                job,
                row -> missing.add(new Missing(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4))));
        return missing;
    }

    private static void add(Connection connection, long job, List<Missing> rows) throws SQLException {
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
}
