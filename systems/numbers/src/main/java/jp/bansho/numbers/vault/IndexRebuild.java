package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.machine.CopyReader;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealedNumbers;

/// Builds the index of one association from the sealed numbers, in one transaction: it is whole afterwards or still
/// marked as lost. What is being filled beside is filled by it as well.
final class IndexRebuild {

    private static final int PART = 100_000;

    private IndexRebuild() {}

    static long run(Connection connection, VaultKeys keys) throws SQLException {
        execute(connection, "lock table vault.index_alive in share row exclusive mode");
        execute(connection, "delete from vault.number_index where association = linkage.current_association()");
        var pads = Pads.load(connection, association -> keys);
        var total = 0L;
        var after = new long[] {Long.MIN_VALUE, 0};
        for (var part = part(connection, keys, pads, after);
                !part.isEmpty();
                part = part(connection, keys, pads, after)) {
            try (var stage = NumberStage.open(connection)) {
                for (var row : part) {
                    stage.index(row);
                }
                stage.keepIndex(keys);
            }
            total += part.size();
        }
        execute(
                connection,
                "insert into vault.index_alive values (linkage.current_association(), " + keys.indexVersion() + ")");
        return total;
    }

    private static List<IndexRow> part(Connection connection, VaultKeys keys, Pads pads, long[] after)
            throws SQLException {
        var sql = """
                copy (select subject, generation, kind, key_version, state, pad, sealed
                        from vault.sealed_number
                       where (subject, generation) > (%d, %d) and state < 4
                         and association = linkage.current_association()
                       order by subject, generation
                       limit %d) to stdout (format binary)
                """.formatted(after[0], after[1], PART);
        var found = new ArrayList<IndexRow>();
        try (var rows = CopyReader.from(connection, sql)) {
            while (rows.next()) {
                var subject = rows.getLong();
                var generation = rows.getShort();
                var kind = rows.getShort();
                var keyVersion = rows.getShort();
                var state = rows.getShort();
                var pad = rows.getLong();
                var place = new SealedNumbers.Place(subject, generation, kind, keyVersion, pad);
                var clear = keys.numbers(keyVersion)
                        .open(rows.getBytes(), pads.block(pad).pad((int) (pad % PadBlock.PADS)), place);
                found.add(new IndexRow(keys.index().of(clear), keys.tagBeside(clear), subject, generation, state));
                after[0] = subject;
                after[1] = generation;
            }
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
