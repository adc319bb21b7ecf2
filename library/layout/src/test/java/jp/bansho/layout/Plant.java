package jp.bansho.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/// One planted mistake: which example file, what is done to its bytes, and what exactly has to be found.
record Plant(String name, Golden golden, UnaryOperator<String> change, List<Violation> expected) {

    /// A mistake in one field of line 2, whose text is given as bytes, one char each.
    static Plant field(Golden golden, int column, String bytes, Rule rule) {
        return new Plant(
                rule + " in column " + column + " of " + golden + " with " + bytes.length() + " bytes",
                golden,
                raw -> line(raw, 2, record -> with(record, column, bytes)),
                List.of(new Violation(2, column, rule)));
    }

    /// Several fields of line 2 are changed so that `column` no longer agrees with others.
    static Plant combination(Golden golden, int column, String... columnsAndBytes) {
        return broken(Rule.COMBINATION, golden, column, columnsAndBytes);
    }

    /// Several fields of line 2 are changed so that one rule is broken at `column`.
    static Plant broken(Rule rule, Golden golden, int column, String... columnsAndBytes) {
        return new Plant(
                rule + " at column " + column + " of " + golden + ": " + String.join(" ", columnsAndBytes),
                golden,
                raw -> line(raw, 2, record -> withAll(record, columnsAndBytes)),
                List.of(new Violation(2, column, rule)));
    }

    static Plant whole(String name, Golden golden, UnaryOperator<String> change, long line, Rule rule) {
        return new Plant(name, golden, change, List.of(new Violation(line, 0, rule)));
    }

    static String line(String raw, int line, UnaryOperator<String> change) {
        var lines = raw.split("(?<=\r\n)");
        var record = lines[line - 1];
        lines[line - 1] = change.apply(record.substring(0, record.length() - 2)) + "\r\n";
        return String.join("", lines);
    }

    static String with(String record, int column, String bytes) {
        var fields = record.split(",", -1);
        fields[column - 1] = bytes;
        return String.join(",", fields);
    }

    static String sjis(String text) {
        return new String(text.getBytes(Charset.forName("windows-31j")), StandardCharsets.ISO_8859_1);
    }

    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String withAll(String record, String... columnsAndBytes) {
        var changed = record;
        for (var i = 0; i < columnsAndBytes.length; i += 2) {
            changed = with(changed, Integer.parseInt(columnsAndBytes[i]), columnsAndBytes[i + 1]);
        }
        return changed;
    }

    @Override
    public String toString() {
        return name;
    }
}
