package jp.bansho.numbers.vault;

import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.seal.KeyName;

/// Counts the values that name a key. A key with any of them is never given up.
final class Proof {

    private Proof() {}

    /// How many values of the association name that key, as the scope sees them.
    static long left(Connection connection, KeyName key) throws SQLException {
        var table = switch (key.purpose()) {
            case NUMBER_SEAL -> "vault.sealed_number where key_version = ?";
            case PAD_SEAL -> "vault.pad_block where key_version = ?";
            case NUMBER_INDEX -> "vault.number_index where version = ?";
            case FILE_FINGERPRINT, PERSON_MARK, AUDIT_SIGNING, BACKUP, ANSWER_SEAL, TRANSIT_SEAL ->
                throw new RotationRefused(RotationRefused.Reason.NOT_ROTATED, key.written());
        };
        try (var quiet = connection.createStatement();
                var statement = connection.prepareStatement("select count(*) from " + table)) {
            quiet.execute("set local max_parallel_workers_per_gather = 0"); // the other processors serve
            statement.setInt(1, key.version());
            return number(statement);
        }
    }

    /// How many values there are that a rotation of that key concerns.
    static long all(Connection connection, KeyName key) throws SQLException {
        var table = switch (key.purpose()) {
            case NUMBER_SEAL -> "vault.sealed_number";
            case PAD_SEAL -> "vault.pad_block";
            case NUMBER_INDEX -> "vault.sealed_number where state < 4";
            case FILE_FINGERPRINT, PERSON_MARK, AUDIT_SIGNING, BACKUP, ANSWER_SEAL, TRANSIT_SEAL ->
                throw new RotationRefused(RotationRefused.Reason.NOT_ROTATED, key.written());
        };
        try (var statement = connection.prepareStatement("select count(*) from " + table)) {
            return number(statement);
        }
    }

    private static long number(java.sql.PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
