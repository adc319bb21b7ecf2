package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.numbers.vault.RotationTable.Batch;
import jp.bansho.numbers.vault.RotationTable.Cursor;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;
import jp.bansho.seal.SealedNumbers.Place;
import jp.bansho.seal.Sealer;

/// Seals an association's numbers anew under the next version of the sealing key, batch by batch, without ever having a
/// number in the clear: the pads are not needed.
final class SealRotation {

    private final Rotation rotation;
    private final SealedNumbers old;
    private final SealedNumbers next;

    SealRotation(KeyRing ring, Rotation rotation) {
        this.rotation = rotation;
        this.old = new SealedNumbers(new Sealer(ring.secretKey(rotation.old())), rotation.association());
        this.next = new SealedNumbers(new Sealer(ring.secretKey(rotation.next())), rotation.association());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Fresh(long subject, int generation, byte[] sealed) {}

    /// One batch. Rows that somebody is changing are left to the next pass, so nobody waits for anybody in a circle.
    Batch batch(Connection connection, Cursor after, int rows) throws SQLException {
        var fresh = sealed(connection, after, rows);
        if (!fresh.isEmpty()) {
            write(connection, fresh);
        }
        var ended = fresh.size() < rows;
        var to = ended
                ? Cursor.END
                : new Cursor(fresh.getLast().subject(), fresh.getLast().generation());
        return new Batch(to, fresh.size());
    }

    private List<Fresh> sealed(Connection connection, Cursor after, int rows) throws SQLException {
        var sql = """
                select subject, generation, kind, pad, sealed
                  from vault.sealed_number
                 where (subject, generation) > (?, ?) and key_version = ?
                 order by subject, generation
                 limit ?
                   for no key update skip locked
                """;
        var fresh = new ArrayList<Fresh>(rows);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after.subject());
            statement.setInt(2, after.generation());
            statement.setInt(3, rotation.from());
            statement.setInt(4, rows);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    fresh.add(anew(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4), row.getBytes(5)));
                }
            }
        }
        return fresh;
    }

    private Fresh anew(long subject, int generation, int kind, long pad, byte[] sealed) {
        var was = new Place(subject, generation, kind, rotation.old().version(), pad);
        var becomes = new Place(subject, generation, kind, rotation.next().version(), pad);
        try {
            return new Fresh(subject, generation, old.sealAnew(sealed, was, next, becomes));
        } catch (SealBroken broken) {
            throw new RotationRefused(RotationRefused.Reason.NOT_OPENING, "person " + subject + ", " + generation);
        }
    }

    private void write(Connection connection, List<Fresh> fresh) throws SQLException {
        var sql = """
                update vault.sealed_number n
                   set key_version = ?, sealed = f.sealed
                  from unnest(?::bigint[], ?::smallint[], ?::bytea[]) f (subject, generation, sealed)
                 where n.subject = f.subject and n.generation = f.generation and n.key_version = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, rotation.next().version());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", fresh.stream().map(Fresh::subject).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "smallint", fresh.stream().map(Fresh::generation).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", fresh.stream().map(Fresh::sealed).toArray(byte[][]::new)));
            statement.setInt(5, rotation.from());
            if (statement.executeUpdate() != fresh.size()) {
                throw new IllegalStateException("rows changed although they were locked");
            }
        }
    }
}
