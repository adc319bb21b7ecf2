package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import jp.bansho.seal.KeysRefused;

/// Asks the index whose number a number is, without a lock and while the index may be changing its key.
///
/// One statement, so one snapshot, asks for the number under every version of the index key that there is, and which of
/// these indexes was whole in that snapshot; only a whole one is believed. If none of them was, keys were changed since
/// the key ring was read: then it is asked again.
final class IndexSearch {

    private static final int TRIES = 5;

    private IndexSearch() {}

    /// @param clear the number
    /// @throws IndexLost if no index of the association is whole
    static Optional<Holder> holder(Connection connection, VaultKeys keys, long clear) throws SQLException {
        for (var i = 0; i < TRIES; i++) {
            var versions = keys.indexVersions();
            Object[] tags;
            try {
                tags = versions.stream()
                        .map(version -> keys.index(version).of(clear))
                        .toArray();
            } catch (KeysRefused refused) {
                if (refused.reason() != KeysRefused.Reason.MISSING) {
                    throw refused;
                }
                continue; // destroyed a moment ago: the other version is whole
            }
            var sql = """
                    select a.version, i.subject, i.generation, i.state
                      from vault.index_alive a
                      left join vault.number_index i on i.tag = any(?::uuid[]) and i.version = a.version
                     where a.version = any(?::smallint[])
                     order by a.version desc
                     limit 1
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", tags));
                statement.setArray(2, connection.createArrayOf("smallint", versions.toArray()));
                try (var row = statement.executeQuery()) {
                    if (row.next()) {
                        var subject = row.getLong(2);
                        return row.wasNull()
                                ? Optional.empty()
                                : Optional.of(new Holder(subject, row.getInt(3), NumberState.of(row.getInt(4))));
                    }
                }
            }
        }
        throw new IndexLost(keys.association());
    }
}
