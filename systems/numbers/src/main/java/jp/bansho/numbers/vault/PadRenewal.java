package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.audit.Entry;
import jp.bansho.machine.CopyReader;
import jp.bansho.machine.CopyRows;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.Sealer;

/// Seals an association's pads anew: the step of an erasure that makes it final, and the rotation of the pad key (R3).
final class PadRenewal {

    private static final String STAGE = """
            create temporary table if not exists renewed_pads (id bigint, sealed bytea) on commit delete rows
            """;

    private PadRenewal() {}

    static KeyName nextKey(KeyRing ring, Transactions transactions, int association) {
        var inUse = transactions.read(
                new Scope.Keeper(association),
                c -> KeyVersions.read(c, association).pad());
        var next = new KeyName(KeyPurpose.PAD_SEAL, association, inUse + 1);
        if (!ring.names().contains(next)) {
            ring.make(next);
        }
        return next;
    }

    static long run(Connection connection, KeyRing ring, KeyName next, long[] erased) throws SQLException {
        var association = next.association();
        var old = new KeyName(KeyPurpose.PAD_SEAL, association, next.version() - 1);
        KeyLock.alone(connection, association);
        if (KeyVersions.read(connection, association).pad() != old.version()) {
            throw new IllegalStateException("another renewal of the pads came first");
        }
        KeyStates.replace(connection, ring, old, next, KeyStates.LEAVING);
        var positions = erased.clone();
        Arrays.sort(positions);
        var blocks =
                stage(connection, new Sealer(ring.secretKey(old)), new Sealer(ring.secretKey(next)), next, positions);
        var sql = """
                update vault.pad_block b
                   set key_version = ?, sealed = r.sealed
                  from renewed_pads r
                 where b.id = r.id and b.association = linkage.current_association()
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, next.version());
            if (statement.executeLargeUpdate() != blocks) {
                throw new IllegalStateException("the pads changed while they were sealed anew");
            }
        }
        return blocks;
    }

    private static long stage(Connection connection, Sealer old, Sealer fresh, KeyName next, long[] erased)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
        var association = next.association();
        var sealed = new ArrayList<Renewed>();
        var at = 0;
        var sql = """
                copy (select id, key_version, sealed from vault.pad_block
                       where association = linkage.current_association() order by id) to stdout (format binary)
                """;
        try (var rows = CopyReader.from(connection, sql)) {
            while (rows.next()) {
                var id = rows.getLong();
                var version = rows.getShort();
                var block = PadBlock.open(old, rows.getBytes(), association, version, id);
                var from = at;
                while (at < erased.length && erased[at] / PadBlock.PADS == id) {
                    at++;
                }
                block = block.without(Arrays.stream(erased, from, at)
                        .mapToInt(position -> (int) (position % PadBlock.PADS))
                        .toArray());
                sealed.add(new Renewed(id, block.seal(fresh, association, next.version(), id)));
            }
        }
        if (at != erased.length) {
            throw new IllegalStateException("a pad that is to be erased is not there");
        }
        try (var rows = CopyRows.into(connection, "copy renewed_pads from stdin (format binary)")) {
            for (var block : sealed) {
                rows.row(2).put(block.id()).put(block.sealed());
            }
            rows.end();
        }
        return sealed.size();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Renewed(long id, byte[] sealed) {}

    static Optional<Vault.Destroyed> destroyLeaving(
            KeyRing ring, Transactions transactions, Actor actor, int association, Set<KeyPurpose> purposes) {
        var scope = new Scope.Keeper(association);
        var leaving = transactions.read(scope, c -> KeyStates.leaving(c, association)).stream()
                .filter(key -> purposes.contains(key.purpose()))
                .toList();
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        transactions.read(scope, c -> {
            for (var key : leaving) {
                if (Proof.left(c, key) > 0) {
                    throw new RotationRefused(RotationRefused.Reason.ROWS_LEFT, key.written());
                }
            }
            return true;
        });
        OldReaders.await(transactions, association);
        // what takes their place must be kept, or everything sealed with it goes too
        transactions
                .read(scope, c -> KeyVersions.read(c, association))
                .names(association)
                .forEach(ring::checkValue);
        var replaced = ring.destroy(leaving);
        transactions.recorded(scope, c -> {
            KeyStates.forget(c, leaving);
            var event = new VaultEvent.KeysDestroyed(
                    leaving.stream().map(KeyName::written).toList(), replaced.destroyed(), replaced.current());
            return new Recorded<>(true, List.of(new Entry(actor.stamp(association, null, null, null), event)));
        });
        return Optional.of(new Vault.Destroyed(leaving, replaced));
    }
}
