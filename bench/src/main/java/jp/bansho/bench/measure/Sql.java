package jp.bansho.bench.measure;

import java.sql.SQLException;
import jp.bansho.testing.Database;

/// Statements of the benchmark itself, as the administrator.
final class Sql {

    private Sql() {}

    static void run(Database database, String sql) throws SQLException {
        database.execute(sql);
    }

    static String text(Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static long number(Database database, String query) throws SQLException {
        return Long.parseLong(text(database, query));
    }
}
