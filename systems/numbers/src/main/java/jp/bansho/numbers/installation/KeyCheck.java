package jp.bansho.numbers.installation;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.KeysRefused.Reason;

/// Holds the keys at hand against the keys this database was filled with, before anything is written with them (S1).
final class KeyCheck {

    private KeyCheck() {}

    /// Notes the check values of keys the database does not know yet.
    static void note(Connection connection, KeyRing keys) throws SQLException {
        var sql = "insert into vault.key_check (key_name, check_value) values (?, ?) on conflict do nothing";
        try (var statement = connection.prepareStatement(sql)) {
            for (var name : keys.names()) {
                statement.setString(1, name.written());
                statement.setBytes(2, keys.checkValue(name));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// Refuses keys that differ from the database's, and the absence of any of them.
    ///
    /// @throws KeysRefused naming the first key that is wrong
    static void prove(Connection connection, KeyRing keys) throws SQLException {
        var known = new HashMap<String, byte[]>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select key_name, check_value from vault.key_check")) {
            while (row.next()) {
                known.put(row.getString(1), row.getBytes(2));
            }
        }
        for (var name : keys.names()) {
            var expected = known.remove(name.written());
            if (expected == null || !MessageDigest.isEqual(expected, keys.checkValue(name))) {
                throw KeysRefused.because(Reason.NOT_THE_DATABASES_KEYS, name.written());
            }
        }
        if (!known.isEmpty()) {
            throw KeysRefused.because(
                    Reason.MISSING, known.keySet().stream().sorted().findFirst().orElse(""));
        }
    }
}
