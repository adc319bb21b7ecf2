package jp.bansho.numbers.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every row of every table that is in the write-ahead log, and every sequence.
final class AllRows {

    private AllRows() {}

    static Map<String, List<String>> of(Connection administrator) throws SQLException {
        var all = new TreeMap<String, List<String>>();
        for (var table : column(administrator, """
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and c.relpersistence = 'p'
                   and n.nspname not in ('pg_catalog', 'information_schema') order by 1
                """)) {
            all.put(table, column(administrator, "select t::text from " + table + " t order by 1"));
        }
        return all;
    }

    /// The rows that one has and the other has not, by table; empty if both are the same.
    static List<String> differences(Map<String, List<String>> before, Map<String, List<String>> after) {
        var differences = new ArrayList<String>();
        var tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        for (var table : tables) {
            var lost = new ArrayList<>(before.getOrDefault(table, List.of()));
            after.getOrDefault(table, List.of()).forEach(lost::remove);
            var more = new ArrayList<>(after.getOrDefault(table, List.of()));
            before.getOrDefault(table, List.of()).forEach(more::remove);
            lost.forEach(row -> differences.add("- " + table + " " + row));
            more.forEach(row -> differences.add("+ " + table + " " + row));
        }
        return differences;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
