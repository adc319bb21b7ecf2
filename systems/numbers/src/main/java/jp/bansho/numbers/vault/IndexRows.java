package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of the index of numbers.
final class IndexRows {

    /// PostgreSQL's order of `uuid`: byte by byte, unsigned. `UUID.compareTo` is another order.
    static final Comparator<UUID> BY_BYTES = (a, b) -> {
        var high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private IndexRows() {}

    static boolean alive(Connection connection, int association, int version) throws SQLException {
        var sql = "select from vault.index_alive where association = ? and version = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            statement.setInt(2, version);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static Map<UUID, Holder> holders(Connection connection, List<UUID> sortedTags) throws SQLException {
        var sql = """
                select i.tag, i.subject, i.generation, i.state
                  from vault.number_index i
                 where i.tag = any(?::uuid[])
                """;
        var found = new HashMap<UUID, Holder>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", sortedTags.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Holder(row.getLong(2), row.getInt(3), NumberState.of(row.getInt(4))));
                }
            }
        }
        return found;
    }

    static void setState(Connection connection, VaultKeys keys, long clear, Holder settled) throws SQLException {
        keepState(connection, settled.subject(), settled.generation(), settled.state());
        var sql = "update vault.number_index set state = ? where tag = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, settled.state().code());
            statement.setObject(2, keys.index().of(clear));
            requireOne(statement.executeUpdate());
            var beside = keys.tagBeside(clear);
            if (beside != null) {
                statement.setObject(2, beside);
                statement.executeUpdate(); // not there yet if its turn has not come
            }
        }
    }

    /// A number that is nobody's any more leaves the index.
    static void remove(Connection connection, VaultKeys keys, long clear, Holder settled) throws SQLException {
        keepState(connection, settled.subject(), settled.generation(), settled.state());
        var sql = "delete from vault.number_index where tag = ? and subject = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, keys.index().of(clear));
            statement.setLong(2, settled.subject());
            requireOne(statement.executeUpdate());
            var beside = keys.tagBeside(clear);
            if (beside != null) {
                statement.setObject(1, beside);
                statement.executeUpdate();
            }
        }
    }

    private static void keepState(Connection connection, long subject, int generation, NumberState state)
            throws SQLException {
        var kept = "update vault.sealed_number set state = ? where subject = ? and generation = ?";
        try (var statement = connection.prepareStatement(kept)) {
            statement.setInt(1, state.code());
            statement.setLong(2, subject);
            statement.setInt(3, generation);
            requireOne(statement.executeUpdate());
        }
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a number and its index entry do not agree");
        }
    }
}
