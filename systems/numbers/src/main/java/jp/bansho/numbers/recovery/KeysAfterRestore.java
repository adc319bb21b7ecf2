package jp.bansho.numbers.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;

/// Makes a restored database and the keys of today fit. Numbers that were erased after the restored moment are sealed
/// with pads whose key is destroyed; everybody else's pads were kept, under the next key, in the home's pads folder.
/// Those take their place, and whoever has no pad in them is erased again (R3).
final class KeysAfterRestore {

    private final Connection connection;
    private final KeyRing keys;
    private final Path pads;

    KeysAfterRestore(Connection connection, KeyRing keys, Path pads) {
        this.connection = connection;
        this.keys = keys;
        this.pads = pads;
    }

    /// What was done.
    record Settled(long people, List<Integer> associations) {}

    Settled settle() throws SQLException, IOException {
        var here = new TreeSet<String>();
        keys.names().forEach(name -> here.add(name.written()));
        var renewed = new TreeSet<Integer>();
        var indexed = new TreeSet<KeyName>(Comparator.comparing(KeyName::written));
        for (var missing : missing(here)) {
            var name = KeyName.parse(missing);
            switch (name.purpose()) {
                case PAD_SEAL -> renewed.add(name.association());
                case NUMBER_INDEX -> indexed.add(newestIndexKey(name));
                case NUMBER_SEAL, FILE_FINGERPRINT, PERSON_MARK, AUDIT_SIGNING, BACKUP, ANSWER_SEAL, TRANSIT_SEAL ->
                    throw new RecoveryRefused(Reason.KEYS_MISSING, missing);
            }
        }
        connection.setAutoCommit(false);
        // the index is never in a backup; it is built again, under the key of today
        for (var key : indexed) {
            keyCheck(key);
        }
        var people = 0L;
        for (var association : renewed) {
            people += renew(association);
        }
        connection.commit();
        connection.setAutoCommit(true);
        return new Settled(people, List.copyOf(renewed));
    }

    private List<String> missing(Set<String> here) throws SQLException {
        var missing = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select key_name from vault.key_check where state <> 'leaving' order by 1")) {
            while (row.next()) {
                if (!here.contains(row.getString(1))) {
                    missing.add(row.getString(1));
                }
            }
        }
        return missing;
    }

    private KeyName newestIndexKey(KeyName missing) {
        return keys.names().stream()
                .filter(name ->
                        name.purpose() == KeyPurpose.NUMBER_INDEX && name.association() == missing.association())
                .max(Comparator.comparingInt(KeyName::version))
                .orElseThrow(() -> new RecoveryRefused(Reason.KEYS_MISSING, missing.written()));
    }

    private long renew(int association) throws SQLException, IOException {
        var newest = newestCopy(association);
        var key = new KeyName(KeyPurpose.PAD_SEAL, association, newest.lastKey());
        var file = newest.lastEntry().getValue();
        PadsFile.take(connection, file, key, keys);
        try (var statement = connection.prepareStatement("""
                select count(*) from vault.pad_block where association = ? and key_version <> ?
                """)) {
            statement.setInt(1, association);
            statement.setInt(2, key.version());
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) > 0) {
                    throw new RecoveryRefused(Reason.PADS_MISSING, "pads-%02d".formatted(association));
                }
            }
        }
        keyCheck(key);
        return ErasedAgain.delete(connection, association);
    }

    /// The copies whose key is still here, by version.
    private NavigableMap<Integer, Path> newestCopy(int association) throws IOException {
        var prefix = "pads-%02d-".formatted(association);
        var found = new TreeMap<Integer, Path>(Comparator.naturalOrder());
        if (Files.isDirectory(pads)) {
            try (var files = Files.list(pads)) {
                for (var file : files.toList()) {
                    var name = file.getFileName().toString();
                    if (name.matches(prefix + "\\d{1,5}")) {
                        var version = Integer.parseInt(name.substring(prefix.length()));
                        if (keys.names().contains(new KeyName(KeyPurpose.PAD_SEAL, association, version))) {
                            found.put(version, file);
                        }
                    }
                }
            }
        }
        if (found.isEmpty()) {
            throw new RecoveryRefused(Reason.PADS_MISSING, prefix + "*");
        }
        return found;
    }

    /// That key is in use and no other of its purpose; a rotation that the restored moment cut through is over.
    private void keyCheck(KeyName key) throws SQLException {
        try (var delete = connection.prepareStatement(
                        "delete from vault.key_check where key_name like ? and key_name <> ?");
                var insert =
                        connection.prepareStatement("insert into vault.key_check (key_name, check_value) values (?, ?)"
                                + " on conflict (key_name) do update set state = 'in-use'");
                var over = connection.prepareStatement("""
                        update vault.rotation
                           set phase = 'finished', left_on_old = 0, proved_at = coalesce(proved_at, now()), finished_at = now()
                         where association = ? and purpose = ? and phase <> 'finished'
                        """)) {
            delete.setString(1, key.purpose().word() + "/" + key.association() + "/%");
            delete.setString(2, key.written());
            delete.executeUpdate();
            insert.setString(1, key.written());
            insert.setBytes(2, keys.checkValue(key));
            insert.executeUpdate();
            over.setInt(1, key.association());
            over.setString(2, key.purpose().word());
            over.executeUpdate();
        }
    }
}
