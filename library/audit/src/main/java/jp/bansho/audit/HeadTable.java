package jp.bansho.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/// The SQL of the one row of `audit.head`.
final class HeadTable {

    private HeadTable() {}

    /// The head as it stands; empty before the first record was written.
    static Optional<SignedHead> read(Connection connection) throws SQLException {
        return query(connection, "select seq, hash, at, key_id, signature from audit.head");
    }

    /// As [#read], and no other transaction may add records until this one has ended.
    static Optional<SignedHead> lock(Connection connection) throws SQLException {
        return query(connection, "select seq, hash, at, key_id, signature from audit.head for update");
    }

    static void write(Connection connection, SignedHead head) throws SQLException {
        var sql = "update audit.head set seq = ?, hash = ?, at = ?, key_id = ?, signature = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setLong(1, head.seq());
            update.setBytes(2, HexFormat.of().parseHex(head.hash()));
            update.setObject(3, head.at().atOffset(ZoneOffset.UTC));
            update.setString(4, head.keyId());
            update.setBytes(5, HexFormat.of().parseHex(head.signature()));
            if (update.executeUpdate() != 1) {
                throw new AuditBroken("audit.head must have exactly one row");
            }
        }
    }

    private static Optional<SignedHead> query(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new AuditBroken("audit.head has lost its row");
            }
            var head = rows.getBytes("signature") == null ? Optional.<SignedHead>empty() : Optional.of(head(rows));
            if (rows.next()) {
                throw new AuditBroken("audit.head has more than one row");
            }
            return head;
        }
    }

    private static SignedHead head(ResultSet row) throws SQLException {
        return new SignedHead(
                row.getLong("seq"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"),
                HexFormat.of().formatHex(row.getBytes("signature")));
    }
}
