package jp.bansho.jlis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// SQL as an attacker types it: plain text in, rows as text out.
public final class Sql {

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
}
