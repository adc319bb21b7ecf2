package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyRing;

/// The SQL of the database's list of keys: which version new values take, and which one is on its way out.
final class KeyStates {

    static final String LEAVING = "leaving";
    static final String OPENING = "opening";

    private KeyStates() {}

    /// New values take the next version from now on.
    ///
    /// @param becomes what the old version is afterwards: [#LEAVING] or [#OPENING]
    static void replace(Connection connection, KeyRing ring, KeyName old, KeyName next, String becomes)
            throws SQLException {
        set(connection, old, becomes);
        note(connection, ring, next, "in-use");
    }

    /// New values enter that version of the index as well from now on.
    static void fill(Connection connection, KeyRing ring, KeyName next) throws SQLException {
        note(connection, ring, next, "filling");
    }

    private static void note(Connection connection, KeyRing ring, KeyName name, String state) throws SQLException {
        var sql = """
                insert into vault.key_check (key_name, check_value, state) values (?, ?, ?)
                    on conflict (key_name) do update set state = excluded.state
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name.written());
            statement.setBytes(2, ring.checkValue(name));
            statement.setString(3, state);
            statement.executeUpdate();
        }
    }

    static void set(Connection connection, KeyName name, String state) throws SQLException {
        try (var statement = connection.prepareStatement("update vault.key_check set state = ? where key_name = ?")) {
            statement.setString(1, state);
            statement.setString(2, name.written());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the database does not know the key " + name);
            }
        }
    }

    /// The association's keys that no row names any more.
    static List<KeyName> leaving(Connection connection, int association) throws SQLException {
        var sql = "select key_name from vault.key_check where key_name like ? and state = 'leaving' order by key_name";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%/" + association + "/%");
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<KeyName>();
                while (row.next()) {
                    found.add(KeyName.parse(row.getString(1)));
                }
                return found;
            }
        }
    }

    static void forget(Connection connection, List<KeyName> names) throws SQLException {
        try (var statement = connection.prepareStatement("delete from vault.key_check where key_name = any(?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", names.stream().map(KeyName::written).toArray()));
            statement.executeUpdate();
        }
    }
}
