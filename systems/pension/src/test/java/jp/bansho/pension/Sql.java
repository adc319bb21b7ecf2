package jp.bansho.pension;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// SQL as an attacker types it: plain text in, rows as text out.
public final class Sql {

    /// PostgreSQL's `insufficient_privilege`; row security answers with it, too.
    public static final String NO_RIGHT = "42501";

    private Sql() {}

    /// Rows of a query, columns joined by a bar.
    public static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            var columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var line = new ArrayList<String>();
                for (var column = 1; column <= columns; column++) {
                    line.add(String.valueOf(row.getString(column)));
                }
                found.add(String.join("|", line));
            }
            return found;
        }
    }

    /// The first column of the first row.
    public static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(rows(connection, sql).getFirst());
    }

    /// Runs one or more statements.
    ///
    /// @return how many rows the first one changed; -1 for a query
    public static int run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }

    /// Demands that PostgreSQL refuses a statement with that state, and leaves an open
    /// transaction as it was.
    public static void refused(Connection connection, String state, String sql) throws SQLException {
        var savepoint = connection.setSavepoint();
        String met;
        try {
            run(connection, sql);
            met = "nothing: it was done";
        } catch (SQLException e) {
            met = e.getSQLState();
        }
        connection.rollback(savepoint);
        assertThat(met).as(sql).isEqualTo(state);
    }
}
