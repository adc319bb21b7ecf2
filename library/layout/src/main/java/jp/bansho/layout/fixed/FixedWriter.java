package jp.bansho.layout.fixed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Map;

/// Writes groups of records; the trailer is made of what was written since the header.
///
/// What does not fit a field, or has no form in the character code, is a programming error: it was to be checked
/// before.
public final class FixedWriter implements AutoCloseable {

    private final OutputStream out;
    private final FixedLayout layout;
    private final byte[] record;
    private final long[] sums;
    private Map<Integer, String> common = Map.of();
    private boolean open;
    private long count;

    /// Writes to `out`, which this writer closes.
    public FixedWriter(OutputStream out, FixedLayout layout) {
        this.out = out;
        this.layout = layout;
        this.record = new byte[layout.length()];
        this.sums = new long[layout.totals().size()];
    }

    /// Opens a group.
    ///
    /// @param fields what all records of the group have in common, by number; their mark is set by itself
    public void open(Map<Integer, String> fields) throws IOException {
        if (open) {
            throw new IllegalStateException("the group before is not closed");
        }
        open = true;
        common = Map.copyOf(fields);
        count = 0;
        Arrays.fill(sums, 0);
        write(Part.HEADER, Map.of());
    }

    /// Writes a data record.
    ///
    /// @param fields by number, beside the common ones
    public void add(Map<Integer, String> fields) throws IOException {
        if (!open) {
            throw new IllegalStateException("no group is open");
        }
        write(Part.DATA, fields);
        count++;
        for (var i = 0; i < sums.length; i++) {
            var amount = fields.get(layout.totals().get(i).data());
            sums[i] += amount == null || amount.isEmpty() ? 0 : Long.parseLong(amount);
        }
    }

    /// Closes the group with its count and sums.
    public void closeGroup() throws IOException {
        if (!open) {
            throw new IllegalStateException("no group is open");
        }
        open = false;
        var fields = new java.util.HashMap<Integer, String>();
        fields.put(layout.count(), String.valueOf(count));
        for (var i = 0; i < sums.length; i++) {
            fields.put(layout.totals().get(i).trailer(), String.valueOf(sums[i]));
        }
        write(Part.TRAILER, fields);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (open) {
                throw new IllegalStateException("a group is not closed");
            }
            out.flush();
        }
    }

    private void write(Part part, Map<Integer, String> fields) throws IOException {
        for (var field : layout.fields(part)) {
            var number = field.column().number();
            var text = number == 1 ? layout.mark(part) : fields.getOrDefault(number, common(number));
            put(field, text);
        }
        out.write(record);
    }

    private String common(int number) {
        return number <= layout.common() ? common.getOrDefault(number, "") : "";
    }

    private void put(FixedField field, String text) throws CharacterCodingException {
        var bytes = layout.characterSet().encode(text);
        if (bytes.length > field.bytes()) {
            throw new IllegalArgumentException("field " + field.column().number() + " is longer than " + field.bytes());
        }
        var from = field.start();
        if (field.rightAligned()) {
            Arrays.fill(record, from, field.end(), (byte) '0');
            System.arraycopy(bytes, 0, record, field.end() - bytes.length, bytes.length);
            return;
        }
        System.arraycopy(bytes, 0, record, from, bytes.length);
        for (var i = from + bytes.length; i < field.end(); i++) {
            record[i] = field.wide() ? (byte) ((i - from) % 2 == 0 ? 0x81 : 0x40) : (byte) ' ';
        }
    }
}
