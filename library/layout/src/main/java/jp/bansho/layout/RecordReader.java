package jp.bansho.layout;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// Reads a file record by record as ranges of one reused buffer; nothing is decoded and no object is made per record.
///
/// A record ends with CR LF. A lone LF, a lone CR or the end of the file ends it too, and
/// [RecordCheck] reports that; so it does for a byte order mark and for a record beyond the
/// greatest length, whose bytes are skipped. Commas, CR and LF never occur inside a character of
/// Shift_JIS or UTF-8, so the cut is right before any check.
public final class RecordReader implements AutoCloseable {

    static final int MARK = 1;
    static final int NO_CRLF = 2;
    static final int TOO_LONG = 4;

    private static final int BUFFER = 1 << 20;
    private static final int LONGEST = 1 << 16;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private final InputStream in;
    private final Layout layout;
    private final int longest;
    private final byte[] buffer;
    private int[] starts;
    private int limit;
    private int position;
    private long bufferOffset;
    private boolean ended;
    private boolean begun;

    private long line;
    private long offset;
    private int recordStart;
    private int recordEnd;
    private int count;
    private int flaws;

    /// Reads a file from its first byte.
    public RecordReader(InputStream in, Layout layout) {
        this(in, layout, 1, 0);
    }

    /// Goes on with a file that was read before.
    ///
    /// @param in          already positioned at `firstOffset`
    /// @param firstLine   the number of the record that begins there, from 1
    /// @param firstOffset the byte offset of that record in the file
    public RecordReader(InputStream in, Layout layout, long firstLine, long firstOffset) {
        this(in, layout, firstLine, firstOffset, BUFFER, LONGEST);
    }

    /// Reads records that lie in the memory already, where they lie.
    ///
    /// @param bytes  not to be changed while they are read; the array may be longer
    /// @param length where they end in it
    public static RecordReader over(byte[] bytes, int length, Layout layout, long firstLine, long firstOffset) {
        return new RecordReader(bytes, length, layout, firstLine, firstOffset);
    }

    private RecordReader(byte[] bytes, int length, Layout layout, long firstLine, long firstOffset) {
        this.in = InputStream.nullInputStream();
        this.layout = layout;
        this.longest = LONGEST;
        this.buffer = bytes;
        this.limit = length;
        this.ended = true;
        this.starts = new int[layout.columns().size() + 2];
        this.line = firstLine - 1;
        this.bufferOffset = firstOffset;
    }

    RecordReader(InputStream in, Layout layout, long firstLine, long firstOffset, int capacity, int longest) {
        if (capacity < longest + 2 || firstLine < 1 || firstOffset < 0) {
            throw new IllegalArgumentException("buffer " + capacity + ", longest record " + longest + ", first line "
                    + firstLine + ", first offset " + firstOffset);
        }
        this.in = in;
        this.layout = layout;
        this.longest = longest;
        this.buffer = new byte[capacity];
        this.starts = new int[layout.columns().size() + 2];
        this.line = firstLine - 1;
        this.bufferOffset = firstOffset;
    }

    /// Goes to the next record.
    ///
    /// @return false at the end of the file
    /// @throws IOException if the stream fails
    public boolean next() throws IOException {
        flaws = 0;
        count = 0;
        if (!begun) {
            begun = true;
            skipMark();
        }
        if (position == limit && !fill()) {
            recordStart = position;
            recordEnd = position;
            return false;
        }
        line++;
        offset = bufferOffset + position;
        starts[0] = position;
        var end = find();
        if (end < 0) {
            skip(~end);
            return true;
        }
        recordStart = position;
        recordEnd = end;
        count++;
        ensureStarts();
        starts[count] = end + 1;
        if (layout.prefix() != 0) {
            starts[0] = afterPrefix();
        }
        position = afterLineEnd(end);
        return true;
    }

    /// The number of the current record, from 1.
    public long line() {
        return line;
    }

    /// The byte offset of the record's first byte in the file.
    public long offset() {
        return offset;
    }

    /// The byte offset right after the record's line end: where the next record begins.
    public long nextOffset() {
        return bufferOffset + position;
    }

    /// The buffer that holds the record; it changes with the next call of [#next()].
    public byte[] buffer() {
        return buffer;
    }

    /// Where the record begins in [#buffer()].
    public int recordStart() {
        return recordStart;
    }

    /// Where the record ends in [#buffer()], without its line end.
    public int recordEnd() {
        return recordEnd;
    }

    /// How many fields the record has; an empty record has one, a record that was too long has none.
    public int fieldCount() {
        return count;
    }

    /// Where the field of a column (from 1) begins in [#buffer()].
    public int start(int column) {
        return starts[Objects.checkIndex(column - 1, count)];
    }

    /// Where the field of a column (from 1) ends in [#buffer()].
    public int end(int column) {
        return starts[Objects.checkIndex(column - 1, count) + 1] - 1;
    }

    /// The length of the field in bytes.
    public int length(int column) {
        return end(column) - start(column);
    }

    /// The field decoded: for the few that are shown or stored as text, never in the inner loop.
    public String text(int column) {
        return layout.characterSet().decode(buffer, start(column), end(column));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// Whether the first columns of the record, commas and all, are these bytes.
    boolean begins(int columns, byte[] bytes) {
        return Arrays.equals(buffer, starts[0], starts[columns], bytes, 0, bytes.length);
    }

    /// The first columns of the record, commas and all.
    byte[] beginning(int columns) {
        return Arrays.copyOfRange(buffer, starts[0], starts[columns]);
    }

    int flaws() {
        return flaws;
    }

    int[] starts() {
        return starts;
    }

    /// Finds the record's line end and notes its commas; the complement of where it stopped if the record is too long.
    private int find() throws IOException {
        var from = position;
        while (true) {
            var end = scan(from);
            var reached = end < 0 ? limit : end;
            if (reached - position > longest) {
                return ~reached;
            }
            if (end >= 0 && (buffer[end] == '\n' || end + 1 < limit || ended)) {
                return end;
            }
            var scanned = reached - position;
            if (!fill() && end < 0) {
                return limit;
            }
            from = position + scanned;
        }
    }

    private int scan(int from) {
        var p = from;
        for (; p + 8 <= limit; p += 8) {
            var word = (long) WORDS.get(buffer, p);
            var hits = equal(word, ',') | equal(word, '\n') | equal(word, '\r');
            for (; hits != 0; hits &= hits - 1) {
                var at = p + (Long.numberOfTrailingZeros(hits) >>> 3);
                if (buffer[at] != ',') {
                    return at;
                }
                comma(at);
            }
        }
        for (; p < limit; p++) {
            var b = buffer[p];
            if (b == '\n' || b == '\r') {
                return p;
            }
            if (b == ',') {
                comma(p);
            }
        }
        return -1;
    }

    /// The high bit of each byte of `word` that equals `value`; exact, without borrow between bytes.
    private static long equal(long word, char value) {
        var difference = word ^ ONES * value;
        return ~(((difference & LOW) + LOW) | difference | LOW);
    }

    private void comma(int at) {
        count++;
        ensureStarts();
        starts[count] = at + 1;
    }

    private void ensureStarts() {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
    }

    /// Where the record proper begins: behind the last prefix sign of the first field, if there is one.
    private int afterPrefix() {
        for (var i = starts[1] - 2; i >= starts[0]; i--) {
            if (buffer[i] == layout.prefix()) {
                return i + 1;
            }
        }
        return starts[0];
    }

    private int afterLineEnd(int end) {
        if (end == limit) {
            flaws |= NO_CRLF;
            return end;
        }
        if (buffer[end] == '\r' && end + 1 < limit && buffer[end + 1] == '\n') {
            return end + 2;
        }
        flaws |= NO_CRLF;
        return end + 1;
    }

    /// Drops a record that is too long, up to and with its line end.
    private void skip(int from) throws IOException {
        flaws |= TOO_LONG;
        position = from;
        while (true) {
            while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            if (position < limit && (position + 1 < limit || ended)) {
                break;
            }
            if (!fill()) {
                break;
            }
        }
        position = position == limit ? limit : afterLineEnd(position);
        flaws &= ~NO_CRLF;
        count = 0;
        recordStart = position;
        recordEnd = position;
    }

    private void skipMark() throws IOException {
        var more = true;
        while (more && limit < 3) {
            more = fill();
        }
        if (bufferOffset != 0 || limit < 2) {
            return;
        }
        var first = ((buffer[0] & 0xFF) << 8) | (buffer[1] & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            flaws |= MARK;
            position = 2;
        } else if (first == 0xEFBB && limit > 2 && buffer[2] == (byte) 0xBF) {
            flaws |= MARK;
            position = 3;
        }
    }

    /// Reads more; moves the unfinished record to the front when the buffer is full.
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (limit == buffer.length) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            for (var i = 0; i <= count; i++) {
                starts[i] -= position;
            }
            bufferOffset += position;
            limit -= position;
            position = 0;
        }
        var read = in.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(read, 0);
        return !ended;
    }
}
