package jp.bansho.population;

import java.util.Arrays;

/// Ways to spoil a record.
final class Damage {

    private static final TextEncoding UTF_8 = new Utf8();

    private Damage() {}

    /// The record with LF alone at its end.
    static byte[] lineFeedOnly(TextEncoding encoding, String... cells) {
        return encoding.bytes(String.join(",", cells) + "\n");
    }

    /// The record in another encoding than its file.
    static byte[] inEncoding(TextEncoding encoding, String... cells) {
        return encoding.bytes(String.join(",", cells) + "\r\n");
    }

    /// The record in UTF-8 with a byte that UTF-8 never has, at the start of a column.
    static byte[] brokenUtf8(int column, String... cells) {
        byte[] record = inEncoding(UTF_8, cells);
        int before = UTF_8.bytes(String.join(",", Arrays.copyOf(cells, column - 1))).length;
        record[before + 1] = (byte) 0xFF;
        return record;
    }

    /// The record with the bytes of one column replaced.
    static byte[] withBytes(TextEncoding encoding, int column, byte[] content, String... cells) {
        byte[] before = encoding.bytes(String.join(",", Arrays.copyOf(cells, column - 1)) + ",");
        byte[] after = encoding.bytes("," + String.join(",", Arrays.copyOfRange(cells, column, cells.length)) + "\r\n");
        byte[] record = Arrays.copyOf(before, before.length + content.length + after.length);
        System.arraycopy(content, 0, record, before.length, content.length);
        System.arraycopy(after, 0, record, before.length + content.length, after.length);
        return record;
    }

    /// The same number with a check digit that is off by one.
    static String badCheckDigit(String number) {
        int last = number.length() - 1;
        return number.substring(0, last) + (char) ('0' + (number.charAt(last) - '0' + 1) % 10);
    }

    /// The cells without one of them.
    static String[] without(int column, String... cells) {
        String[] fewer = new String[cells.length - 1];
        System.arraycopy(cells, 0, fewer, 0, column - 1);
        System.arraycopy(cells, column, fewer, column - 1, cells.length - column);
        return fewer;
    }

    /// The cells and one more, empty.
    static String[] withOneMore(String... cells) {
        String[] more = Arrays.copyOf(cells, cells.length + 1);
        more[cells.length] = "";
        return more;
    }
}
