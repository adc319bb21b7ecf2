package jp.bansho.machine;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.KeysRefused.Reason;

/// Holds the keys at hand against the keys this database was filled with, before anything is written with them (S1).
public final class KeyCheck {

    private final String table;

    /// Over the table that keeps check values: `key_name`, `check_value`, `state`.
    ///
    /// @param table schema and name, such as `machine.key_check`
    public KeyCheck(String table) {
        this.table = table;
    }

    /// Notes the check values of keys of which the database knows no version yet. The next version of a key is
    /// noted by whoever takes it into use.
    public void note(Connection connection, KeyRing keys) throws SQLException {
        var sql = """
                insert into %s (key_name, check_value)
                select ?, ?
                 where not exists (select from %s where starts_with(key_name, ?))
                """.formatted(table, table);
        try (var statement = connection.prepareStatement(sql)) {
            for (var name : lasting(keys)) {
                statement.setString(1, name.written());
                statement.setBytes(2, keys.checkValue(name));
                statement.setString(3, stem(name));
                statement.executeUpdate();
            }
        }
    }

    /// Refuses keys that differ from the database's, and the absence of any of them. A key newer than all the
    /// database knows of its purpose was made a moment ago: nothing was sealed with it yet. A key that is
    /// leaving may be gone already.
    ///
    /// @throws KeysRefused naming the first key that is wrong
    public void prove(Connection connection, KeyRing keys) throws SQLException {
        var known = known(connection);
        for (var name : lasting(keys)) {
            var expected = known.get(name.written());
            var wrong = expected == null
                    ? !newest(name, known)
                    : !MessageDigest.isEqual(expected.value(), keys.checkValue(name));
            if (wrong) {
                throw KeysRefused.because(Reason.NOT_THE_DATABASES_KEYS, name.written());
            }
        }
        var here = keys.names().stream().map(KeyName::written).collect(Collectors.toSet());
        var missing = known.entrySet().stream()
                .filter(entry ->
                        !here.contains(entry.getKey()) && !entry.getValue().leaving())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            throw KeysRefused.because(Reason.MISSING, missing.get());
        }
    }

    /// Those of the keys that the database had destroyed: it knows newer ones of the kind, and not them.
    public List<KeyName> destroyed(Connection connection, Collection<KeyName> names) throws SQLException {
        var known = known(connection);
        return names.stream()
                .filter(name -> {
                    var there = known.get(name.written());
                    return there == null ? hasNewer(name, known) : there.leaving();
                })
                .toList();
    }

    private static boolean hasNewer(KeyName name, Map<String, Known> known) {
        var stem = name.written().substring(0, name.written().lastIndexOf('/') + 1);
        return known.keySet().stream()
                .anyMatch(other ->
                        other.startsWith(stem) && Integer.parseInt(other.substring(stem.length())) > name.version());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Known(byte[] value, boolean leaving) {}

    private Map<String, Known> known(Connection connection) throws SQLException {
        var known = new HashMap<String, Known>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select key_name, check_value, state = 'leaving' from " + table)) {
            while (row.next()) {
                known.put(row.getString(1), new Known(row.getBytes(2), row.getBoolean(3)));
            }
        }
        return known;
    }

    /// A key of one job is gone before anybody could compare it.
    private static List<KeyName> lasting(KeyRing keys) {
        return keys.names().stream()
                .filter(name -> name.purpose() != KeyPurpose.TRANSIT_SEAL)
                .toList();
    }

    private static boolean newest(KeyName name, Map<String, Known> known) {
        var stem = stem(name);
        var versions = known.keySet().stream()
                .filter(other -> other.startsWith(stem))
                .mapToInt(other -> Integer.parseInt(other.substring(stem.length())))
                .max();
        return versions.isPresent() && versions.getAsInt() < name.version();
    }

    private static String stem(KeyName name) {
        return name.written().substring(0, name.written().lastIndexOf('/') + 1);
    }
}
