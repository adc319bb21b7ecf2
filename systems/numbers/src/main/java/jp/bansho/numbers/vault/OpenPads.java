package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import jp.bansho.seal.PadBlock;

/// Pads for numbers that come one by one: each association has an open block, filled slot by slot, so that a
/// number that comes alone does not take a block alone.
///
/// Which slot is next is known to this machine's memory only. A slot that was handed out is gone, whatever
/// becomes of the transaction: a number of a transaction that was rolled back may still lie in the
/// write-ahead log, and a second number under the same pad would give both away. For the same reason the
/// count is not in the database: a database restored from a backup would count again from where it was. A
/// restart begins a new block; what was free in the old one stays free.
///
/// A crash of the database server may take back the number of a block that was not committed yet, and
/// another process may be given the same one. So a block is known by its last pad as well: one of the same
/// number that somebody else made is not ours to fill.
final class OpenPads {

    private static final int LAST = PadBlock.PADS - 1;

    private final Map<Integer, Slot> open = new HashMap<>();

    private record Slot(long block, int next, long last) {}

    /// A pad and where it lies.
    record Pad(long position, long pad) {}

    /// A pad that was never handed out before.
    synchronized Pad next(Connection connection, VaultKeys keys) throws SQLException {
        var slot = open.get(keys.association());
        if (slot != null && slot.next() < PadBlock.PADS) {
            open.put(keys.association(), new Slot(slot.block(), slot.next() + 1, slot.last()));
            // not there if the transaction that made it was rolled back, or is not committed yet
            var block = SealedRows.findBlock(connection, keys, slot.block());
            if (block.isPresent() && block.get().pad(LAST) == slot.last()) {
                return new Pad(
                        slot.block() * PadBlock.PADS + slot.next(), block.get().pad(slot.next()));
            }
        }
        var fresh = new PadSource(connection, keys, 1);
        fresh.next();
        open.put(keys.association(), new Slot(fresh.position() / PadBlock.PADS, 1, fresh.pad(LAST)));
        return new Pad(fresh.position(), fresh.pad());
    }
}
