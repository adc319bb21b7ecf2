package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.numbers.vault.RotationTable.Batch;
import jp.bansho.numbers.vault.RotationTable.Cursor;
import jp.bansho.seal.KeyRing;

/// The SQL by which one version of an index takes the place of another.
final class IndexChange {

    private IndexChange() {}

    /// Keeps the planner from comparing both tables row by row until the transaction ends: its
    /// statistics do not know the next version yet, and what looks like one row is all of them. One
    /// processor is enough for it: the others serve.
    static void compareInBulk(Connection connection) throws SQLException {
        execute(
                connection,
                "set local enable_nestloop = off; set local work_mem = '64MB'; "
                        + "set local max_parallel_workers_per_gather = 0");
    }

    /// Whether the next index is whole: as many entries as numbers that belong into it, each with its number and state.
    static boolean whole(Connection connection, Rotation rotation) throws SQLException {
        var sql = """
                select (select count(*) from vault.sealed_number where state < 4),
                       (select count(*) from vault.number_index where version = ?),
                       (select count(*)
                          from vault.sealed_number n
                          join vault.number_index i on i.subject = n.subject and i.generation = n.generation
                         where n.state < 4 and i.version = ? and i.state = n.state)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, rotation.next().version());
            statement.setInt(2, rotation.next().version());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) == row.getLong(2) && row.getLong(2) == row.getLong(3);
            }
        }
    }

    /// Removes entries of the next index without a number in that state. There are none unless somebody altered the
    /// tables.
    static int removeStale(Connection connection, Rotation rotation) throws SQLException {
        var sql = """
                delete from vault.number_index i
                 where i.version = ?
                   and not exists (select from vault.sealed_number n
                                    where n.subject = i.subject and n.generation = i.generation
                                      and n.state = i.state and n.state < 4)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, rotation.next().version());
            return statement.executeUpdate();
        }
    }

    /// From this transaction on the next index is asked, and the old one is not.
    static void change(Connection connection, KeyRing ring, Rotation rotation) throws SQLException {
        execute(connection, """
                insert into vault.index_alive (association, version) values (%1$d, %2$d) on conflict do nothing;
                delete from vault.index_alive where association = %1$d and version = %3$d
                """.formatted(
                        rotation.association(), rotation.next().version(), rotation.from()));
        KeyStates.replace(connection, ring, rotation.old(), rotation.next(), KeyStates.OPENING);
    }

    /// Removes the old entries of some pages of the table.
    static Batch clear(Connection connection, Rotation rotation, Cursor after, int pages) throws SQLException {
        var from = Math.max(after.subject(), 0);
        var all = pages(connection);
        if (from >= all) {
            return new Batch(Cursor.END, 0);
        }
        execute(
                connection,
                "delete from vault.number_index where ctid >= '(%d,0)' and ctid < '(%d,0)' and version = %d"
                        .formatted(from, from + pages, rotation.from()));
        var ended = from + pages >= all;
        return new Batch(ended ? Cursor.END : new Cursor(from + pages, 0), 0);
    }

    private static long pages(Connection connection) throws SQLException {
        var sql = "select pg_relation_size('vault.number_index') / current_setting('block_size')::int";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
