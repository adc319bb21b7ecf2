package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.function.IntFunction;
import jp.bansho.machine.CopyReader;
import jp.bansho.numbers.vault.Vault.NumberReader;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealedNumbers;

/// Reads numbers in bulk: all pads first, then one pass over the sealed rows.
final class NumberStream {

    private NumberStream() {}

    static void read(Connection connection, IntFunction<VaultKeys> keysOf, NumberReader reader) throws SQLException {
        var opened = new HashMap<Integer, VaultKeys>();
        IntFunction<VaultKeys> once = association -> opened.computeIfAbsent(association, keysOf::apply);
        var pads = Pads.load(connection, once);
        var sql = """
                copy (select subject, generation, association, kind, key_version, pad, sealed
                        from vault.sealed_number
                       where state = 1) to stdout (format binary)
                """;
        VaultKeys last = null;
        try (var rows = CopyReader.from(connection, sql)) {
            while (rows.next()) {
                var subject = rows.getLong();
                var generation = rows.getShort();
                var association = rows.getShort();
                var keys = last != null && last.association() == association ? last : once.apply(association);
                last = keys;
                var kind = rows.getShort();
                var keyVersion = rows.getShort();
                var pad = rows.getLong();
                var place = new SealedNumbers.Place(subject, generation, kind, keyVersion, pad);
                var mask = pads.block(pad).pad((int) (pad % PadBlock.PADS));
                var clear = keys.numbers(keyVersion).open(rows.getBytes(), mask, place);
                reader.number(subject, CheckedNumber.require(clear));
            }
        }
    }
}
