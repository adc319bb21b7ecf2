package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.identifiers.IndividualNumber;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;

/// Opens single numbers: the sealed row and the block of its pad in one statement.
final class SealedRows {

    private SealedRows() {}

    /// A given generation of a person's number.
    static Optional<IndividualNumber> open(Connection connection, VaultKeys keys, long subject, int generation)
            throws SQLException {
        return open(connection, keys, subject, generation, """
                select n.generation, n.kind, n.key_version, n.pad, n.sealed, b.key_version, b.sealed
                  from vault.sealed_number n
                  left join vault.pad_block b on b.id = n.pad / 256
                 where n.subject = ? and n.generation = ?
                """);
    }

    /// The number that is in force.
    static Optional<IndividualNumber> current(Connection connection, VaultKeys keys, long subject) throws SQLException {
        return open(connection, keys, subject, NumberState.CURRENT.code(), """
                select n.generation, n.kind, n.key_version, n.pad, n.sealed, b.key_version, b.sealed
                  from vault.sealed_number n
                  left join vault.pad_block b on b.id = n.pad / 256
                 where n.subject = ? and n.state = ?
                """);
    }

    private static Optional<IndividualNumber> open(
            Connection connection, VaultKeys keys, long subject, int which, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            statement.setInt(2, which);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var pad = row.getLong(4);
                // without its block there is no version 0 of the key either: a number without a pad is broken, not
                // absent
                var block = PadBlock.open(
                        keys.pads(row.getInt(6)),
                        row.getBytes(7),
                        keys.association(),
                        row.getInt(6),
                        pad / PadBlock.PADS);
                var place = new SealedNumbers.Place(subject, row.getInt(1), row.getInt(2), row.getInt(3), pad);
                var clear = keys.numbers(row.getInt(3))
                        .open(row.getBytes(5), block.pad((int) (pad % PadBlock.PADS)), place);
                if (row.next()) {
                    // two numbers in force: only somebody who altered the database can have made that
                    throw new SealBroken("vault.sealed_number");
                }
                return Optional.of(CheckedNumber.of(clear));
            }
        }
    }

    /// What is kept about a person's numbers, newest first.
    static List<KeptNumber> history(Connection connection, long subject) throws SQLException {
        var sql = """
                select generation, state, source, job, registered_at, actor
                  from vault.sealed_number
                 where subject = ?
                 order by generation desc
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<KeptNumber>();
                while (row.next()) {
                    found.add(new KeptNumber(
                            row.getInt(1),
                            NumberState.of(row.getInt(2)),
                            new Provenance(
                                    row.getInt(3),
                                    row.getLong(4),
                                    row.getTimestamp(5).toInstant(),
                                    row.getString(6))));
                }
                return found;
            }
        }
    }
}
