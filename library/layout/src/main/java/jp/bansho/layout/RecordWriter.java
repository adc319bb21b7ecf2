package jp.bansho.layout;

import java.io.IOException;
import java.io.OutputStream;

/// Writes records of a layout from byte slices, commas between, CR LF after each, through one reused buffer.
///
/// Ranges of columns are copied from a reader byte for byte, so what is not replaced comes out exactly as it went in.
/// A record with a wrong number of columns, or a field with a comma, quotation mark or line end, is a programming
/// error.
public final class RecordWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final OutputStream out;
    private final int columns;
    private final byte[] buffer = new byte[BUFFER];
    private int limit;
    private int written;
    private boolean open;
    private long length;

    /// Writes to `out`, which this writer flushes and closes.
    public RecordWriter(OutputStream out, Layout layout) {
        this.out = out;
        this.columns = layout.columns().size();
    }

    /// Begins a record.
    public void begin() {
        if (open) {
            throw new IllegalStateException("the record before is not ended");
        }
        open = true;
        written = 0;
    }

    /// Copies the columns `firstColumn` to `lastColumn` of the reader's current record, byte for byte.
    public void copy(RecordReader record, int firstColumn, int lastColumn) throws IOException {
        var from = record.start(firstColumn);
        var to = record.end(lastColumn);
        if (to < from) {
            throw new IllegalArgumentException("columns " + firstColumn + " to " + lastColumn);
        }
        separate(lastColumn - firstColumn + 1);
        put(record.buffer(), from, to - from);
    }

    /// Writes one field; a length of 0 leaves it empty.
    public void field(byte[] bytes, int offset, int length) throws IOException {
        for (var i = offset; i < offset + length; i++) {
            if (bytes[i] == ',' || bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == '"') {
                throw new IllegalArgumentException("a field holds a separator");
            }
        }
        separate(1);
        put(bytes, offset, length);
    }

    /// Ends the record.
    ///
    /// @throws IllegalStateException if it has more or fewer columns than the layout
    public void end() throws IOException {
        if (!open || written != columns) {
            throw new IllegalStateException("a record of " + written + " columns instead of " + columns);
        }
        open = false;
        put('\r');
        put('\n');
    }

    /// How many bytes were written so far, buffered ones included: the offset of the next record in the file.
    public long length() {
        return length;
    }

    /// Hands everything written so far to the stream and flushes that.
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private void separate(int fields) throws IOException {
        if (!open) {
            throw new IllegalStateException("no record is begun");
        }
        if (written > 0) {
            put(',');
        }
        written += fields;
    }

    private void put(char one) throws IOException {
        if (limit == buffer.length) {
            drain();
        }
        buffer[limit++] = (byte) one;
        length++;
    }

    private void put(byte[] bytes, int from, int count) throws IOException {
        if (buffer.length - limit < count) {
            drain();
        }
        if (count > buffer.length) {
            out.write(bytes, from, count);
        } else {
            System.arraycopy(bytes, from, buffer, limit, count);
            limit += count;
        }
        length += count;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, limit);
        limit = 0;
    }
}
