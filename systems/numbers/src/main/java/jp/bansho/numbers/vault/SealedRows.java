package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.seal.PadBlock;
import jp.bansho.seal.SealBroken;
import jp.bansho.seal.SealedNumbers;

/// Opens single numbers: the sealed row, then the block of its pad.
final class SealedRows {

    private SealedRows() {}

    /// A given generation of a person's number.
    static Optional<IndividualNumber> open(Connection connection, VaultKeys keys, long subject, int generation)
            throws SQLException {
        return open(connection, keys, subject, generation, """
                select generation, kind, key_version, pad, sealed
                  from vault.sealed_number
                 where subject = ? and generation = ?
                """);
    }

    /// The number that is in force.
    static Optional<IndividualNumber> current(Connection connection, VaultKeys keys, long subject) throws SQLException {
        return open(connection, keys, subject, NumberState.CURRENT.code(), """
                select generation, kind, key_version, pad, sealed
                  from vault.sealed_number
                 where subject = ? and state = ?
                """);
    }

    /// The kind of person, by code, for whom a person's newest number was kept, the number in force
    /// before all others; 0 if none was kept.
    static int kind(Connection connection, long subject) throws SQLException {
        var sql = """
                select kind from vault.sealed_number where subject = ? order by state, generation desc limit 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
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
                var mask = block(connection, keys, pad / PadBlock.PADS).pad((int) (pad % PadBlock.PADS));
                var place = new SealedNumbers.Place(subject, row.getInt(1), row.getInt(2), row.getInt(3), pad);
                var clear = keys.numbers(row.getInt(3)).open(row.getBytes(5), mask, place);
                if (row.next()) {
                    // two numbers in force: only somebody who altered the database can have made that
                    throw new SealBroken("vault.sealed_number");
                }
                return Optional.of(CheckedNumber.of(clear));
            }
        }
    }

    /// A statement of its own: in a join the planner may not use the block's key below row security, because a
    /// division could fail and tell of rows nobody may see; it would read every block.
    private static PadBlock block(Connection connection, VaultKeys keys, long id) throws SQLException {
        // a number without a pad is broken, not absent
        return findBlock(connection, keys, id).orElseThrow(() -> new SealBroken("vault.pad_block"));
    }

    /// The block of that number, if the scope may see it.
    static Optional<PadBlock> findBlock(Connection connection, VaultKeys keys, long id) throws SQLException {
        var sql = "select key_version, sealed from vault.pad_block where id = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(PadBlock.open(
                                keys.pads(row.getInt(1)), row.getBytes(2), keys.association(), row.getInt(1), id))
                        : Optional.empty();
            }
        }
    }

    /// What is kept about a person's numbers, newest first.
    static List<NumberCount> counts(Connection connection) throws SQLException {
        var sql = """
                select association, kind, count(*)
                  from vault.sealed_number
                 where state = 1
                 group by association, kind
                 order by association, kind
                """;
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            var found = new ArrayList<NumberCount>();
            while (row.next()) {
                found.add(new NumberCount(row.getInt(1), row.getInt(2), row.getLong(3)));
            }
            return found;
        }
    }

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
