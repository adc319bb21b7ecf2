package jp.bansho.numbers.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the check of the record asks about people: handles by user number and the other way round. Works on the
/// caller's connection, inside the caller's scope.
public final class SubjectMarks {

    private SubjectMarks() {}

    /// The handles of the people in use with these user numbers; more than one only where a scope sees several
    /// associations.
    public static Map<String, List<Long>> handles(Connection connection, Collection<String> userNumbers)
            throws SQLException {
        var sql =
                "select user_number, id from linkage.subject where user_number = any(?::text[]) and state = 1 order by id";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", userNumbers.toArray()));
            try (var row = statement.executeQuery()) {
                var found = new HashMap<String, List<Long>>();
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(row.getLong(2));
                }
                return found;
            }
        }
    }

    /// The marks of these people, as far as the scope sees them and knows any.
    public static Map<Long, Marks> marks(Connection connection, Collection<Long> handles) throws SQLException {
        var sql = """
                select id, family_mark, address_mark from linkage.subject
                 where id = any(?) and (family_mark is not null or address_mark is not null)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", handles.toArray()));
            try (var row = statement.executeQuery()) {
                var found = new HashMap<Long, Marks>();
                while (row.next()) {
                    found.put(row.getLong(1), new Marks(row.getObject(2, Long.class), row.getObject(3, Long.class)));
                }
                return found;
            }
        }
    }

    /// The user numbers of these people, as far as the scope sees them.
    public static Map<Long, String> userNumbers(Connection connection, Collection<Long> handles) throws SQLException {
        try (var statement =
                connection.prepareStatement("select id, user_number from linkage.subject where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", handles.toArray()));
            try (var row = statement.executeQuery()) {
                var found = new HashMap<Long, String>();
                while (row.next()) {
                    found.put(row.getLong(1), row.getString(2));
                }
                return found;
            }
        }
    }
}
