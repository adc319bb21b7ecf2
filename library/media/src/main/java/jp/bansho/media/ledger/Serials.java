package jp.bansho.media.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/// Numbers without gaps for receipts and certificates: whoever takes one keeps the others waiting
/// until the transaction ends.
final class Serials {

    private static final int RECEIPTS = 710_001;
    private static final int CERTIFICATES = 710_002;

    private Serials() {}

    static long receipt(Connection connection, int organisation) throws SQLException {
        lock(connection, RECEIPTS, organisation);
        return one(connection, "select count(*) + 1 from media.step where action = 'register'");
    }

    static long certificate(Connection connection, int organisation) throws SQLException {
        lock(connection, CERTIFICATES, organisation);
        return one(connection, "select coalesce(max(serial), 0) + 1 from media.certificate");
    }

    private static void lock(Connection connection, int what, int organisation) throws SQLException {
        Sql.query(connection, "select pg_advisory_xact_lock(?, ?)", row -> true, what, organisation);
    }

    private static long one(Connection connection, String sql) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1)).getFirst();
    }
}
