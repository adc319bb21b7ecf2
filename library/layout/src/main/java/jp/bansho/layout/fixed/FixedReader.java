package jp.bansho.layout.fixed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads records of one length; nothing stands between them.
public final class FixedReader implements AutoCloseable {

    private final InputStream in;
    private final FixedLayout layout;
    private final byte[] record;
    private int read;
    private long line;

    /// Reads a file from its first byte.
    public FixedReader(InputStream in, FixedLayout layout) {
        this.in = in;
        this.layout = layout;
        this.record = new byte[layout.length()];
    }

    /// Goes to the next record.
    ///
    /// @return false at the end of the file; a last record that is too short is read too, see [#whole()]
    public boolean next() throws IOException {
        read = in.readNBytes(record, 0, record.length);
        if (read == 0) {
            return false;
        }
        line++;
        return true;
    }

    /// The number of the current record, from 1.
    public long line() {
        return line;
    }

    /// Whether the current record has its full length.
    public boolean whole() {
        return read == record.length;
    }

    /// The part the record begins like; null if it begins like none.
    public @Nullable Part part() {
        for (var part : Part.values()) {
            if (record[0] == layout.mark(part).charAt(0)) {
                return part;
            }
        }
        return null;
    }

    /// The field's text without what it is filled up with.
    public String text(Part part, int number) {
        var field = layout.field(part, number);
        var from = from(field);
        return layout.characterSet().decode(record, from, to(field));
    }

    /// The field as a number; 0 when it is empty or holds anything but digits.
    public long amount(Part part, int number) {
        var amount = 0L;
        var field = layout.field(part, number);
        for (var i = field.start(); i < field.end(); i++) {
            if (record[i] < '0' || record[i] > '9') {
                return 0;
            }
            amount = amount * 10 + (record[i] - '0');
        }
        return amount;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    byte[] record() {
        return record;
    }

    int from(FixedField field) {
        return field.start();
    }

    /// Where the content ends: behind its last byte that is no filling.
    int to(FixedField field) {
        var to = field.end();
        while (to > field.start() && record[to - 1] == ' ') {
            to--;
        }
        while (field.wide() && (to - field.start()) % 2 == 0 && to > field.start() && blank(to - 2)) {
            to -= 2;
        }
        return to;
    }

    /// The common fields of a group, byte for byte.
    String common() {
        return new String(record, 1, layout.field(Part.HEADER, layout.common()).end() - 1, StandardCharsets.ISO_8859_1);
    }

    private boolean blank(int at) {
        return record[at] == (byte) 0x81 && record[at + 1] == 0x40;
    }
}
