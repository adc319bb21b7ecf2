package jp.bansho.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The reader's naive twin: the whole file as one string with a char a byte, cut by a pattern.
final class SlowReader {

    /// What the fast reader has to say of one record.
    record Row(long line, long offset, long nextOffset, int flaws, List<String> fields) {

        Row withoutPrefix(char sign) {
            var cut = new ArrayList<>(fields);
            if (!cut.isEmpty()) {
                cut.set(0, cut.getFirst().replaceFirst("^.*" + sign, ""));
            }
            return new Row(line, offset, nextOffset, flaws, List.copyOf(cut));
        }

        Row withoutMark() {
            return new Row(line, offset, nextOffset, flaws & ~RecordReader.MARK, fields);
        }
    }

    private static final Pattern RECORD = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|\\z)");
    private static final Pattern MARK = Pattern.compile("\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE");

    private SlowReader() {}

    static List<Row> read(String raw, int longest) {
        var rows = new ArrayList<Row>();
        var mark = MARK.matcher(raw);
        var from = mark.lookingAt() ? mark.end() : 0;
        var matcher = RECORD.matcher(raw);
        while (from < raw.length() && matcher.find(from)) {
            var text = matcher.group(1);
            var flaws = matcher.group(2).equals("\r\n") ? 0 : RecordReader.NO_CRLF;
            var fields = List.of(text.split(",", -1));
            if (text.length() > longest) {
                flaws = RecordReader.TOO_LONG;
                fields = List.of();
            }
            if (rows.isEmpty() && from > 0) {
                flaws |= RecordReader.MARK;
            }
            rows.add(new Row(rows.size() + 1, from, matcher.end(), flaws, fields));
            from = matcher.end();
        }
        return rows;
    }
}
