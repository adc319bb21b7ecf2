package jp.bansho.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Sends rows to PostgreSQL in COPY's binary format, field by field, without a string on the way.
public final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int CHUNK = 1 << 16;
    private static final int SLACK = 1 << 13;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK + SLACK);
    private boolean ended;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /// Opens a stream of rows.
    ///
    /// @param sql `copy table (columns) from stdin (format binary)`
    public static CopyRows into(Connection connection, String sql) throws SQLException {
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    /// Begins a row of that many fields.
    public CopyRows row(int fields) throws SQLException {
        if (buffer.position() >= CHUNK) {
            flush();
        }
        buffer.putShort((short) fields);
        return this;
    }

    /// A `bigint`.
    public CopyRows put(long value) {
        buffer.putInt(8).putLong(value);
        return this;
    }

    /// A `bigint`; null is NULL.
    public CopyRows put(@Nullable Long value) {
        if (value == null) {
            buffer.putInt(-1);
            return this;
        }
        return put(value.longValue());
    }

    /// A `uuid`; null is NULL.
    public CopyRows putOptional(@Nullable UUID value) {
        if (value == null) {
            buffer.putInt(-1);
            return this;
        }
        return put(value);
    }

    /// A `smallint`.
    public CopyRows putShort(int value) {
        buffer.putInt(2).putShort((short) value);
        return this;
    }

    /// An `integer`.
    public CopyRows putInt(int value) {
        buffer.putInt(4).putInt(value);
        return this;
    }

    /// A `boolean`.
    public CopyRows put(boolean value) {
        buffer.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /// A `uuid`.
    public CopyRows put(UUID value) {
        buffer.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /// A `timestamptz`, to the microsecond.
    public CopyRows put(Instant value) {
        return put(EPOCH.until(value, ChronoUnit.MICROS));
    }

    /// A `text`; null is NULL.
    public CopyRows put(@Nullable String value) {
        if (value == null) {
            buffer.putInt(-1);
            return this;
        }
        return put(value.getBytes(StandardCharsets.UTF_8));
    }

    /// A `bytea`.
    public CopyRows put(byte[] value) {
        if (value.length + 64 > buffer.remaining()) {
            var larger = ByteBuffer.allocate(buffer.position() + value.length + SLACK);
            buffer.flip();
            buffer = larger.put(buffer);
        }
        buffer.putInt(value.length).put(value);
        return this;
    }

    /// Ends the stream.
    ///
    /// @return how many rows PostgreSQL took
    public long end() throws SQLException {
        buffer.putShort((short) -1);
        flush();
        ended = true;
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (!ended && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
