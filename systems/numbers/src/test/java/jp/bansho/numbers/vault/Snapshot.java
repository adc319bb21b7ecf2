package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.numbers.store.Sql;

/// Keeps the tables that attacks alter, so that each attack begins from the same state.
final class Snapshot {

    private static final List<String> TABLES =
            List.of("vault.sealed_number", "vault.pad_block", "vault.number_index", "linkage.subject");

    private Snapshot() {}

    static void take(Connection administrator) throws SQLException {
        Sql.run(administrator, "create schema if not exists kept");
        for (var table : TABLES) {
            Sql.run(administrator, "drop table if exists " + copy(table));
            Sql.run(administrator, "create table " + copy(table) + " as table " + table);
        }
    }

    static void putBack(Connection administrator) throws SQLException {
        for (var table : TABLES) {
            Sql.run(administrator, "delete from " + table);
            Sql.run(administrator, "insert into " + table + " table " + copy(table));
        }
    }

    private static String copy(String table) {
        return "kept." + table.replace('.', '_');
    }
}
