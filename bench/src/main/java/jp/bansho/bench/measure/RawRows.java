package jp.bansho.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.bench.measure.Meter.Done;
import jp.bansho.testing.Database;
import org.postgresql.PGConnection;

/// The limit: exactly the rows that an intake left in the vault's and the linkage's tables, in the order of the input
/// file, sent by binary COPY as an administrator, without row-level security, checks, look-ups or encryption.
final class RawRows {

    /// A table whose rows are copied.
    ///
    /// @param order    puts its rows in the order of the input file, in which handles are given out
    /// @param unlogged as in the number machine's schema
    private record Copied(String schema, String name, String order, boolean unlogged) {
        String original() {
            return schema + "." + name;
        }

        String twin() {
            return "bench." + name;
        }
    }

    private static final List<Copied> TABLES = List.of(
            new Copied("linkage", "subject", "id", false),
            new Copied("vault", "pad_block", "id", false),
            new Copied("vault", "sealed_number", "subject, generation", false),
            new Copied("vault", "number_index", "subject, generation", true));

    private final Database database;
    private final Path folder;

    private RawRows(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /// Makes the twins: the same columns, constraints and indexes.
    static void makeTwins(Database database) throws SQLException {
        Sql.run(database, "drop schema if exists bench cascade; create schema bench");
        for (var table : TABLES) {
            Sql.run(
                    database,
                    "create %s table %s (like %s including all)"
                            .formatted(table.unlogged() ? "unlogged" : "", table.twin(), table.original()));
        }
    }

    static void emptyTwins(Database database) throws SQLException {
        Sql.run(
                database,
                "truncate "
                        + String.join(", ", TABLES.stream().map(Copied::twin).toList()));
    }

    /// Saves one association's rows to files.
    static RawRows save(Database database, int association, Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        for (var table : TABLES) {
            var sql = "copy (select * from %s where association = %d order by %s) to stdout (format binary)"
                    .formatted(table.original(), association, table.order());
            try (var connection = database.connect();
                    var out = Files.newOutputStream(folder.resolve(table.name()))) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
            }
        }
        return new RawRows(database, folder);
    }

    /// Sends the rows, one transaction per table.
    ///
    /// @param twins to the twins; else to the number machine's own tables
    /// @return how many sealed numbers, and how long it took with connecting and committing
    Done load(boolean twins) throws IOException, SQLException {
        var began = System.nanoTime();
        var numbers = 0L;
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (var table : TABLES) {
                var sql = "copy %s from stdin (format binary)".formatted(twins ? table.twin() : table.original());
                try (var in = Files.newInputStream(folder.resolve(table.name()))) {
                    var rows =
                            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
                    numbers = table.name().equals("sealed_number") ? rows : numbers;
                }
                connection.commit();
            }
        }
        return new Done(numbers, (System.nanoTime() - began) / 1e9);
    }
}
