package jp.bansho.numbers.vault;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.seal.PadBlock;

/// Makes fresh pads, block by block, in the same transaction as the numbers that use them. A pad is used once. For
/// numbers that come alone there is [OpenPads].
final class PadSource {

    private final PadBlock[] blocks;
    private final long[] ids;
    private int used = -1;

    PadSource(Connection connection, VaultKeys keys, int wanted) throws SQLException {
        var count = (wanted + PadBlock.PADS - 1) / PadBlock.PADS;
        blocks = new PadBlock[count];
        ids = new long[count];
        var random = new SecureRandom();
        if (count == 0) {
            return;
        }
        reserve(connection);
        var sealed = new byte[count][];
        for (var i = 0; i < count; i++) {
            blocks[i] = PadBlock.fresh(random);
            sealed[i] = blocks[i].seal(keys.pads(keys.padVersion()), keys.association(), keys.padVersion(), ids[i]);
        }
        store(connection, keys.association(), keys.padVersion(), sealed);
    }

    void next() {
        used++;
    }

    long pad() {
        return blocks[used / PadBlock.PADS].pad(used % PadBlock.PADS);
    }

    /// That pad of the block at hand, whether it is used or not.
    long pad(int slot) {
        return blocks[used / PadBlock.PADS].pad(slot);
    }

    long position() {
        return ids[used / PadBlock.PADS] * PadBlock.PADS + used % PadBlock.PADS;
    }

    private void reserve(Connection connection) throws SQLException {
        var sql = "select nextval('vault.pad_block_id') from generate_series(1, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, ids.length);
            try (var row = statement.executeQuery()) {
                for (var i = 0; row.next(); i++) {
                    ids[i] = row.getLong(1);
                }
            }
        }
    }

    private void store(Connection connection, int association, int keyVersion, byte[][] sealed) throws SQLException {
        var sql = """
                insert into vault.pad_block (id, association, key_version, sealed)
                select id, ?, ?, sealed
                  from unnest(?::bigint[], ?::bytea[]) fresh (id, sealed)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            statement.setInt(2, keyVersion);
            statement.setObject(3, ids);
            statement.setArray(4, connection.createArrayOf("bytea", sealed));
            statement.executeUpdate();
        }
    }
}
