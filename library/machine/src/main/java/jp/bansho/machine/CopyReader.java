package jp.bansho.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/// Reads rows from PostgreSQL in COPY's binary format, field by field, in constant memory.
public final class CopyReader implements AutoCloseable {

    private static final int HEADER = 19;

    private final CopyOut copy;
    private ByteBuffer row = ByteBuffer.allocate(0);
    private boolean first = true;

    private CopyReader(CopyOut copy) {
        this.copy = copy;
    }

    /// Opens a stream of rows.
    ///
    /// @param sql `copy (select …) to stdout (format binary)`
    public static CopyReader from(Connection connection, String sql) throws SQLException {
        return new CopyReader(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql));
    }

    /// Moves to the next row.
    public boolean next() throws SQLException {
        while (true) {
            if (!row.hasRemaining()) {
                var bytes = copy.readFromCopy();
                if (bytes == null) {
                    return false;
                }
                row = ByteBuffer.wrap(bytes);
                if (first) {
                    row.position(HEADER + row.getInt(HEADER - 4));
                    first = false;
                    continue;
                }
            }
            if (row.getShort() == -1) {
                row.position(row.limit());
                continue;
            }
            return true;
        }
    }

    /// The next field, a `bigint`.
    public long getLong() {
        row.getInt();
        return row.getLong();
    }

    /// The next field, a `smallint`.
    public int getShort() {
        row.getInt();
        return row.getShort();
    }

    /// The next field, a `bytea`.
    public byte[] getBytes() {
        var bytes = new byte[row.getInt()];
        row.get(bytes);
        return bytes;
    }

    /// The next field, a `text` of ASCII characters, copied to the beginning of `target`; what lies behind it stays.
    ///
    /// @return its length in bytes
    public int getAscii(byte[] target) {
        var length = row.getInt();
        row.get(target, 0, length);
        return length;
    }

    /// The next field, a `text`.
    public String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    /// Reads what is left. To cancel a COPY would be quicker, but leaves a connection on which all later work fails.
    @Override
    public void close() throws SQLException {
        var left = copy.isActive();
        while (left) {
            left = copy.readFromCopy() != null;
        }
    }
}
