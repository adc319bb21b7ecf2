package jp.bansho.layout;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Columns and the content they have: `55=*` not empty, `25-37=` empty, `19=1|2` one of these, `19=!0|1` none of these.
record Term(int first, int last, Content content, Values values) {

    /// What a term says about a column.
    enum Content {
        PRESENT,
        EMPTY,
        IN,
        NOT_IN
    }

    /// Reads a term; `code` turns a value of the table (`@no-hit`) into the code that stands for it.
    static Term parse(String text, UnaryOperator<String> code) {
        var sign = text.indexOf('=');
        var range = text.substring(0, sign).split("-", 2);
        var value = text.substring(sign + 1);
        var content = content(value);
        var listed = content == Content.NOT_IN ? value.substring(1) : value;
        var values = switch (content) {
            case PRESENT, EMPTY -> List.<String>of();
            case IN, NOT_IN -> List.of(listed.split("\\|")).stream().map(code).toList();
        };
        var first = Integer.parseInt(range[0]);
        return new Term(first, Integer.parseInt(range[range.length - 1]), content, new Values(values));
    }

    private static Content content(String value) {
        if (value.isEmpty()) {
            return Content.EMPTY;
        }
        if (value.equals("*")) {
            return Content.PRESENT;
        }
        return value.startsWith("!") ? Content.NOT_IN : Content.IN;
    }

    IntStream columns() {
        return IntStream.rangeClosed(first, last);
    }

    /// The first column that is not as the term says, or 0.
    int firstMiss(RecordReader record) {
        for (var column = first; column <= last; column++) {
            if (!fits(record, column)) {
                return column;
            }
        }
        return 0;
    }

    private boolean fits(RecordReader record, int column) {
        var from = record.start(column);
        var to = record.end(column);
        return switch (content) {
            case PRESENT -> from != to;
            case EMPTY -> from == to;
            case IN -> values.has(record.buffer(), from, to);
            case NOT_IN -> !values.has(record.buffer(), from, to);
        };
    }
}
