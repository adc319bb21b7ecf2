package jp.bansho.numbers.roster.web;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.bansho.numbers.TestMachine;

/// What the tests of these screens read off pages and tables.
final class Pieces {

    private Pieces() {}

    /// The first group of the pattern on the page.
    static String find(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new AssertionError("not on the page: " + pattern + "\n" + page);
        }
        return found.group(1);
    }

    /// The ticket of a confirmation.
    static String ticket(String page) {
        return find(page, "name=\"ticket\" value=\"([^\"]+)\"");
    }

    /// The records of an account, `event details`, in their order.
    static List<String> records(TestMachine machine, String actor) throws SQLException {
        return texts(
                machine, "select event || ' ' || details from audit.record where actor = '" + actor + "' order by seq");
    }

    /// The first column of a query as the administrator sees it.
    static List<String> texts(TestMachine machine, String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(String.valueOf(row.getString(1)));
            }
            return found;
        }
    }
}
