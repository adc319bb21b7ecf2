package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeysRefused;

/// Which version of each of an association's keys new values take, as the database says.
///
/// @param seal  version of [KeyPurpose#NUMBER_SEAL]
/// @param pad   version of [KeyPurpose#PAD_SEAL]
/// @param index version of [KeyPurpose#NUMBER_INDEX]
/// @param beside version of the index that is being filled beside; 0 if none is
record KeyVersions(int seal, int pad, int index, int beside) {

    static KeyVersions read(Connection connection, int association) throws SQLException {
        var sql = """
                select key_name, state = 'filling'
                  from vault.key_check
                 where key_name like ? and state in ('in-use', 'filling')
                """;
        var found = new HashMap<KeyPurpose, Integer>();
        var beside = 0;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%/" + association + "/%");
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var name = KeyName.parse(row.getString(1));
                    if (row.getBoolean(2)) {
                        beside = name.version();
                    } else {
                        found.put(name.purpose(), name.version());
                    }
                }
            }
        }
        return new KeyVersions(
                known(found, KeyPurpose.NUMBER_SEAL, association),
                known(found, KeyPurpose.PAD_SEAL, association),
                known(found, KeyPurpose.NUMBER_INDEX, association),
                beside);
    }

    /// The names of these keys.
    List<KeyName> names(int association) {
        return List.of(
                new KeyName(KeyPurpose.NUMBER_SEAL, association, seal),
                new KeyName(KeyPurpose.PAD_SEAL, association, pad),
                new KeyName(KeyPurpose.NUMBER_INDEX, association, index));
    }

    private static int known(Map<KeyPurpose, Integer> found, KeyPurpose purpose, int association) {
        var version = found.get(purpose);
        if (version == null) {
            throw KeysRefused.because(KeysRefused.Reason.MISSING, purpose.word() + "/" + association);
        }
        return version;
    }
}
