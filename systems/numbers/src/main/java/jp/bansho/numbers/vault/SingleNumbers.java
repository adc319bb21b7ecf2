package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.seal.SealedNumbers;

/// The SQL of numbers that are kept, decided and withdrawn one by one. Unlike the way of many numbers, it may
/// be gone several times in one transaction.
final class SingleNumbers {

    private SingleNumbers() {}

    static void keep(Connection connection, VaultKeys keys, OpenPads.Pad pad, NewNumber number, Provenance provenance)
            throws SQLException {
        var place = new SealedNumbers.Place(
                number.subject(), number.generation(), number.kind(), keys.sealVersion(), pad.position());
        var sealed = keys.numbers(keys.sealVersion()).seal(number.number().inTheClear(), pad.pad(), place);
        var sql = """
                insert into vault.sealed_number (subject, generation, association, kind, key_version, state, source, pad,
                                                 job, registered_at, actor, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number.subject());
            statement.setInt(2, number.generation());
            statement.setInt(3, keys.association());
            statement.setInt(4, number.kind());
            statement.setInt(5, keys.sealVersion());
            statement.setInt(6, number.state().code());
            statement.setInt(7, provenance.source());
            statement.setLong(8, pad.position());
            statement.setLong(9, provenance.job());
            statement.setTimestamp(10, Timestamp.from(provenance.at()));
            statement.setString(11, provenance.actor());
            statement.setBytes(12, sealed);
            statement.executeUpdate();
        }
        enter(connection, keys, number);
    }

    private static void enter(Connection connection, VaultKeys keys, NewNumber number) throws SQLException {
        var sql = """
                insert into vault.number_index (tag, subject, generation, association, version, state)
                values (?, ?, ?, ?, ?, ?)
                """;
        var clear = number.number().inTheClear();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, keys.index().of(clear));
            statement.setLong(2, number.subject());
            statement.setInt(3, number.generation());
            statement.setInt(4, keys.association());
            statement.setInt(5, keys.indexVersion());
            statement.setInt(6, number.state().code());
            statement.executeUpdate();
            var beside = keys.tagBeside(clear);
            if (beside != null) {
                statement.setObject(1, beside);
                statement.setInt(5, keys.besideVersion());
                statement.executeUpdate();
            }
        }
    }

    /// The generations of a person whose numbers are in the index.
    static List<Integer> indexed(Connection connection, long subject) throws SQLException {
        var sql = "select generation from vault.sealed_number where subject = ? and state < 4 order by generation";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, subject);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Integer>();
                while (row.next()) {
                    found.add(row.getInt(1));
                }
                return found;
            }
        }
    }
}
