package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import jp.bansho.machine.CopyReader;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import org.jspecify.annotations.Nullable;

/// All pads the scope may see, opened: 5 bytes a number.
final class Pads {

    private final Map<Long, PadBlock> blocks = new HashMap<>();

    private @Nullable PadBlock last;
    private long lastId;

    private Pads() {}

    static Pads load(Connection connection, IntFunction<VaultKeys> keysOf) throws SQLException {
        var pads = new Pads();
        var sql = "copy (select id, association, key_version, sealed from vault.pad_block) to stdout (format binary)";
        try (var rows = CopyReader.from(connection, sql)) {
            while (rows.next()) {
                var id = rows.getLong();
                var association = rows.getShort();
                var version = rows.getShort();
                var sealer = keysOf.apply(association).pads(version);
                pads.blocks.put(id, PadBlock.open(sealer, rows.getBytes(), association, version, id));
            }
        }
        return pads;
    }

    /// The block of a pad; neighbours ask for the same one.
    PadBlock block(long pad) {
        var id = pad / PadBlock.PADS;
        if (last != null && lastId == id) {
            return last;
        }
        var block = blocks.get(id);
        if (block == null) {
            throw new SealBroken("vault.pad_block");
        }
        last = block;
        lastId = id;
        return block;
    }
}
