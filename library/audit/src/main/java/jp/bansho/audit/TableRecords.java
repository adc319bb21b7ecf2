package jp.bansho.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `audit.record` through a cursor, all in the snapshot in which the head was read.
final class TableRecords implements Records, AutoCloseable {

    private static final String SELECT = """
            select seq, case when isfinite(at) then (extract(epoch from at) * 1000000)::bigint end,
                   system, actor, role, association, event, purpose, subject, job, details, salt, digest, hash
              from audit.record
             order by seq
            """;

    private final Optional<SignedHead> head;
    private final PreparedStatement statement;
    private final ResultSet rows;

    /// @param connection with an open `repeatable read` transaction
    @SuppressWarnings("builder:required.method.not.called")
    TableRecords(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("a cursor needs a transaction");
        }
        head = HeadTable.read(connection);
        statement = connection.prepareStatement(SELECT);
        statement.setFetchSize(5_000);
        rows = statement.executeQuery();
    }

    @Override
    public Optional<SignedHead> head() {
        return head;
    }

    @Override
    public @Nullable Found next() throws SQLException {
        if (!rows.next()) {
            return null;
        }
        long seq = rows.getLong(1);
        boolean readable = !rows.wasNull();
        long micros = rows.getLong(2);
        readable &= !rows.wasNull();
        var system = rows.getString(3);
        var actor = rows.getString(4);
        var role = rows.getString(5);
        int code = rows.getInt(6);
        var association = rows.wasNull() ? null : Integer.valueOf(code);
        var event = rows.getString(7);
        var purpose = rows.getString(8);
        var subject = number(9);
        var job = number(10);
        var digest = rows.getBytes(13);
        var hash = rows.getBytes(14);
        if (!readable
                || system == null
                || actor == null
                || role == null
                || event == null
                || digest == null
                || hash == null) {
            return new Found.Unreadable();
        }
        var envelope = new Envelope(seq, micros, system, actor, role, association, event, purpose, subject, job);
        return new Found.Recorded(envelope, rows.getString(11), rows.getBytes(12), digest, hash);
    }

    private @Nullable Long number(int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : number;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
