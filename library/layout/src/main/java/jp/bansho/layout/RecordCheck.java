package jp.bansho.layout;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks a reader's current record against every rule of a layout; makes nothing as long as records are good.
/// It keeps no state between records, so one check serves many readers and threads.
///
/// At most one violation per column is reported. When the number of columns is wrong the columns are not looked at, for
/// nobody knows which is which; rules between columns are looked at when each column is right by itself.
public final class RecordCheck {

    private final ColumnCheck[] columns;
    private final Combination[] combinations;

    /// Makes the layout's rules ready.
    public RecordCheck(Layout layout) {
        this.columns = layout.columns().stream()
                .map(column -> new ColumnCheck(column, layout.characterSet()))
                .toArray(ColumnCheck[]::new);
        this.combinations = layout.combinations().toArray(Combination[]::new);
    }

    private RecordCheck(Layout layout, List<Combination> more) {
        this.columns = new RecordCheck(layout).columns;
        this.combinations =
                Stream.concat(layout.combinations().stream(), more.stream()).toArray(Combination[]::new);
    }

    /// Makes the layout's rules ready, and besides the check digit of each column that holds an Individual Number
    /// (個人番号: `0` and twelve digits). The layout itself leaves it to whoever writes numbers.
    public static RecordCheck withNumbers(Layout layout) {
        return new RecordCheck(
                layout,
                layout.columns().stream()
                        .filter(column -> column.values().equals(List.of("0*")))
                        .<Combination>map(column -> new Worded(Wording.INDIVIDUAL_NUMBER, column.number(), 0))
                        .toList());
    }

    /// Checks the current record.
    ///
    /// @return true when no rule is broken
    public boolean check(RecordReader record, ViolationSink sink) {
        var flaws = record.flaws();
        if (flaws != 0) {
            reportFlaws(record, flaws, sink);
        }
        if ((flaws & RecordReader.TOO_LONG) != 0) {
            return false;
        }
        if (record.fieldCount() != columns.length) {
            sink.accept(new Violation(record.line(), 0, shape(record)));
            return false;
        }
        return checkColumns(record, sink) && checkCombinations(record, sink) && flaws == 0;
    }

    private boolean checkColumns(RecordReader record, ViolationSink sink) {
        var good = true;
        var buffer = record.buffer();
        var starts = record.starts();
        for (var i = 0; i < columns.length; i++) {
            @Nullable Rule broken = columns[i].broken(buffer, starts[i], starts[i + 1] - 1);
            if (broken != null) {
                sink.accept(new Violation(record.line(), i + 1, broken));
                good = false;
            }
        }
        return good;
    }

    private boolean checkCombinations(RecordReader record, ViolationSink sink) {
        var good = true;
        for (var combination : combinations) {
            var flaw = combination.broken(record);
            if (flaw != 0) {
                sink.accept(new Violation(record.line(), Flaw.column(flaw), Flaw.rule(flaw)));
                good = false;
            }
        }
        return good;
    }

    private static void reportFlaws(RecordReader record, int flaws, ViolationSink sink) {
        if ((flaws & RecordReader.MARK) != 0) {
            sink.accept(new Violation(record.line(), 0, Rule.BYTE_ORDER_MARK));
        }
        if ((flaws & RecordReader.NO_CRLF) != 0) {
            sink.accept(new Violation(record.line(), 0, Rule.LINE_END));
        }
        if ((flaws & RecordReader.TOO_LONG) != 0) {
            sink.accept(new Violation(record.line(), 0, Rule.RECORD_LENGTH));
        }
    }

    /// What is wrong with a record that has the wrong number of columns.
    private static Rule shape(RecordReader record) {
        if (record.recordStart() == record.recordEnd()) {
            return Rule.EMPTY_RECORD;
        }
        if (record.fieldCount() == 1) {
            for (var i = record.recordStart(); i < record.recordEnd(); i++) {
                if (record.buffer()[i] == '\t' || record.buffer()[i] == ';') {
                    return Rule.SEPARATOR;
                }
            }
        }
        return Rule.COLUMN_COUNT;
    }
}
