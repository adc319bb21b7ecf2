package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.bansho.numbers.vault.RotationTable.Batch;
import jp.bansho.numbers.vault.RotationTable.Cursor;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers.Place;

/// Enters an association's numbers under the next version of the index key, beside the entries in use, batch by batch.
/// The rows it enters are locked for that instant, so whoever settles a number waits for the entry or is seen.
final class IndexFill {

    private static final String ROWS = """
            select n.subject, n.generation, n.kind, n.key_version, n.state, n.pad, n.sealed
              from vault.sealed_number n
            """;

    private final Rotation rotation;
    private final VaultKeys keys;
    private final Map<Long, PadBlock> blocks = new HashMap<>();

    IndexFill(VaultKeys keys, Rotation rotation) {
        this.keys = keys;
        this.rotation = rotation;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(long subject, int generation, int kind, int version, int state, long pad, byte[] sealed) {}

    private record Entry(UUID tag, Row row) {}

    /// One batch.
    Batch batch(Connection connection, Cursor after, int rows) throws SQLException {
        var sql = ROWS + """
                 where (n.subject, n.generation) > (?, ?) and n.state < 4
                 order by n.subject, n.generation
                 limit ?
                   for share skip locked
                """;
        List<Row> found;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after.subject());
            statement.setInt(2, after.generation());
            statement.setInt(3, rows);
            found = list(statement.executeQuery());
        }
        enter(connection, found);
        var ended = found.size() < rows;
        var to = ended
                ? Cursor.END
                : new Cursor(found.getLast().subject(), found.getLast().generation());
        return new Batch(to, found.size());
    }

    /// Enters what the pass did not meet, some of it.
    ///
    /// @return how many were entered
    int missing(Connection connection, int most) throws SQLException {
        var sql = ROWS + """
                  join (select s.subject, s.generation
                          from vault.sealed_number s
                         where s.state < 4
                           and not exists (select from vault.number_index i
                                            where i.version = ? and i.subject = s.subject and i.generation = s.generation)
                         limit ?) absent using (subject, generation)
                 where n.state < 4
                   for share of n skip locked
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, rotation.next().version());
            statement.setInt(2, most);
            var found = list(statement.executeQuery());
            enter(connection, found);
            return found.size();
        }
    }

    private void enter(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        loadBlocks(connection, rows);
        var entries = rows.stream()
                .map(this::entry)
                .sorted((a, b) -> IndexRows.BY_BYTES.compare(a.tag(), b.tag()))
                .toList();
        var sql = """
                insert into vault.number_index (tag, subject, generation, association, version, state)
                select tag, subject, generation, ?, ?, state
                  from unnest(?::uuid[], ?::bigint[], ?::smallint[], ?::smallint[]) f (tag, subject, generation, state)
                    on conflict (tag) do nothing
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, rotation.association());
            statement.setInt(2, rotation.next().version());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", entries.stream().map(Entry::tag).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            entries.stream().map(e -> e.row().subject()).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "smallint",
                            entries.stream().map(e -> e.row().generation()).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "smallint",
                            entries.stream().map(e -> e.row().state()).toArray()));
            statement.executeUpdate();
        }
    }

    private Entry entry(Row row) {
        var block = blocks.get(row.pad() / PadBlock.PADS);
        try {
            if (block == null) {
                throw new SealBroken("vault.pad_block");
            }
            var place = new Place(row.subject(), row.generation(), row.kind(), row.version(), row.pad());
            var clear =
                    keys.numbers(row.version()).open(row.sealed(), block.pad((int) (row.pad() % PadBlock.PADS)), place);
            return new Entry(keys.index(rotation.next().version()).of(CheckedNumber.require(clear)), row);
        } catch (SealBroken broken) {
            throw new RotationRefused(
                    RotationRefused.Reason.NOT_OPENING, "person " + row.subject() + ", " + row.generation());
        }
    }

    /// Keeps the blocks of this batch alone; neighbours lie in the same ones.
    private void loadBlocks(Connection connection, List<Row> rows) throws SQLException {
        var wanted =
                rows.stream().map(row -> row.pad() / PadBlock.PADS).distinct().toList();
        blocks.keySet().retainAll(wanted);
        var absent = wanted.stream().filter(id -> !blocks.containsKey(id)).toArray();
        if (absent.length == 0) {
            return;
        }
        var sql = "select id, key_version, sealed from vault.pad_block where id = any(?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", absent));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var id = row.getLong(1);
                    var version = row.getInt(2);
                    blocks.put(
                            id,
                            PadBlock.open(keys.pads(version), row.getBytes(3), rotation.association(), version, id));
                }
            }
        }
    }

    private static List<Row> list(ResultSet given) throws SQLException {
        try (var row = given) {
            var found = new ArrayList<Row>();
            while (row.next()) {
                found.add(new Row(
                        row.getLong(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getBytes(7)));
            }
            return found;
        }
    }
}
