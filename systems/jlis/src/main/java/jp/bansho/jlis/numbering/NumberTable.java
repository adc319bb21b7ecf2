package jp.bansho.jlis.numbering;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.CopyRows;

/// All SQL over `numbering.number`. Rows are added and never changed: the highest generation is the present number.
final class NumberTable {

    private NumberTable() {}

    static void first(Connection connection, NumberSafe safe, long firstResident, long[] numbers, int count)
            throws SQLException {
        var sql = """
                copy numbering.number (resident, generation, key_version, mark, sealed) from stdin (format binary)
                """;
        try (var rows = CopyRows.into(connection, sql)) {
            for (var i = 0; i < count; i++) {
                var resident = firstResident + i;
                rows.row(5)
                        .put(resident)
                        .putShort(1)
                        .putShort(safe.keyVersion())
                        .put(safe.mark(numbers[i]))
                        .put(safe.seal(numbers[i], resident, 1));
            }
            rows.end();
        }
    }

    /// Adds a number.
    ///
    /// @return false if it was issued before
    static boolean issue(Connection connection, NumberSafe safe, long resident, int generation, long number)
            throws SQLException {
        var sql = """
                insert into numbering.number (resident, generation, key_version, mark, sealed)
                values (?, ?, ?, ?, ?)
                on conflict (mark) do nothing
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setLong(1, resident);
            insert.setInt(2, generation);
            insert.setInt(3, safe.keyVersion());
            insert.setObject(4, safe.mark(number));
            insert.setBytes(5, safe.seal(number, resident, generation));
            return insert.executeUpdate() == 1;
        }
    }

    static Map<Long, Integer> generations(Connection connection, long[] residents) throws SQLException {
        var sql = "select resident, max(generation) from numbering.number where resident = any(?) group by resident";
        var found = new HashMap<Long, Integer>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, residents);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong(1), row.getInt(2));
                }
            }
        }
        return found;
    }

    static Map<Long, IndividualNumber> open(Connection connection, NumberSafe safe, List<Long> residents)
            throws SQLException {
        var sql = """
                select n.resident, n.generation, n.key_version, n.sealed
                  from unnest(?::bigint[]) r (id)
                 cross join lateral (select resident, generation, key_version, sealed
                                       from numbering.number
                                      where resident = r.id
                                      order by generation desc
                                      limit 1) n
                """;
        var found = new HashMap<Long, IndividualNumber>(residents.size() * 2);
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, residents.stream().mapToLong(Long::longValue).toArray());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var resident = row.getLong(1);
                    found.put(resident, safe.open(row.getBytes(4), resident, row.getInt(2), row.getInt(3)));
                }
            }
        }
        return found;
    }
}
