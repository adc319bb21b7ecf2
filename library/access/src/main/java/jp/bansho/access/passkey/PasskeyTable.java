package jp.bansho.access.passkey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All SQL about `access.passkey`.
final class PasskeyTable {

    private static final String COLUMNS = """
            select credential_id, account, attestation_format, aaguid, sign_count, enrolled_at, last_used_at, state,
                   credential
              from access.passkey
            """;

    private PasskeyTable() {}

    /// False if the credential is in the table already, whoever it belongs to.
    ///
    /// @throws IllegalStateException if there is no such account
    static boolean insert(Connection connection, Passkey passkey, byte[] credential) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into access.passkey (credential_id, account, organisation, credential, attestation_format,
                                            aaguid, sign_count, enrolled_at)
                select ?, id, organisation, ?, ?, ?, ?, ? from access.account where id = ?
                on conflict (credential_id) do nothing
                """)) {
            statement.setBytes(1, passkey.credential().bytes());
            statement.setBytes(2, credential);
            statement.setString(3, passkey.form());
            statement.setObject(4, passkey.model());
            statement.setLong(5, passkey.counter());
            statement.setObject(6, at(passkey.enrolledAt()));
            statement.setString(7, passkey.account());
            if (statement.executeUpdate() == 1) {
                return true;
            }
        }
        if (find(connection, passkey.credential()).isEmpty()) {
            throw new IllegalStateException("a passkey was to be enrolled for an account that is not there");
        }
        return false;
    }

    /// The passkey, locked until the transaction ends: two answers with one counter cannot both be taken.
    static Optional<StoredPasskey> find(Connection connection, CredentialId credential) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS + " where credential_id = ? for update")) {
            statement.setBytes(1, credential.bytes());
            return rows(statement).stream().findFirst();
        }
    }

    static List<StoredPasskey> of(Connection connection, String account) throws SQLException {
        try (var statement =
                connection.prepareStatement(COLUMNS + " where account = ? order by enrolled_at, credential_id")) {
            statement.setString(1, account);
            return rows(statement);
        }
    }

    static void used(Connection connection, CredentialId credential, long counter, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update access.passkey set sign_count = ?, last_used_at = ? where credential_id = ?")) {
            statement.setLong(1, counter);
            statement.setObject(2, at(now));
            statement.setBytes(3, credential.bytes());
            statement.executeUpdate();
        }
    }

    /// False if it was not in the state it is to leave.
    static boolean change(Connection connection, CredentialId credential, String from, String to) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update access.passkey set state = ? where credential_id = ? and state = ?")) {
            statement.setString(1, to);
            statement.setBytes(2, credential.bytes());
            statement.setString(3, from);
            return statement.executeUpdate() == 1;
        }
    }

    private static List<StoredPasskey> rows(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<StoredPasskey>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    private static StoredPasskey row(ResultSet rows) throws SQLException {
        var passkey = new Passkey(
                CredentialId.of(rows.getBytes(1)),
                rows.getString(2),
                rows.getString(3),
                rows.getObject(4, UUID.class),
                rows.getLong(5),
                rows.getObject(6, OffsetDateTime.class).toInstant(),
                instant(rows.getObject(7, OffsetDateTime.class)),
                rows.getString(8));
        return new StoredPasskey(passkey, rows.getBytes(9));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
