package jp.bansho.layout;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks a reader's current record against every rule of a layout; makes nothing as long as records are good.
/// It keeps nothing of a record but who sends the file, so one check serves many readers and threads.
///
/// At most one violation per column is reported. When the number of columns is wrong the columns are not looked at, for
/// nobody knows which is which; rules between columns are looked at when each column is right by itself.
public final class RecordCheck {

    private final ColumnCheck[] columns;
    private final int same;
    private final Part all;
    private final Part behind;

    /// What the records began with that were right so far, up to the column named by the layout: the
    /// sender of the file, checked once.
    private volatile byte @Nullable [] lead;

    /// Columns to be checked, from 0, and rules between columns.
    @SuppressWarnings("ArrayRecordComponent")
    private record Part(int[] columns, Combinations rules) {}

    /// Makes the layout's rules ready.
    public RecordCheck(Layout layout) {
        this(layout, IntStream.range(0, layout.columns().size()), layout.combinations());
    }

    private RecordCheck(Layout layout, IntStream checked, List<Combination> combinations) {
        this.columns = layout.columns().stream()
                .map(column -> new ColumnCheck(column, layout.characterSet()))
                .toArray(ColumnCheck[]::new);
        this.same = layout.same();
        var numbers = checked.toArray();
        this.all = new Part(numbers, new Combinations(combinations, columns.length));
        this.behind = new Part(
                Arrays.stream(numbers).filter(number -> number >= same).toArray(),
                new Combinations(
                        combinations.stream()
                                .filter(rule -> rule.columns().anyMatch(column -> column > same))
                                .toList(),
                        columns.length));
    }

    /// Makes the layout's rules ready, and besides the check digit of each column that holds an Individual Number
    /// (個人番号: `0` and twelve digits). The layout itself leaves it to whoever writes numbers.
    public static RecordCheck withNumbers(Layout layout) {
        var digits = layout.columns().stream()
                .filter(column -> column.values().equals(List.of("0*")))
                .<Combination>map(column -> new Worded(Wording.INDIVIDUAL_NUMBER, column.number(), 0));
        return new RecordCheck(
                layout,
                IntStream.range(0, layout.columns().size()),
                Stream.concat(layout.combinations().stream(), digits).toList());
    }

    /// What is still to be checked in a record that was made of one of its source: the columns that have
    /// other rules there or are filled in here, and the rules between columns the source does not have
    /// or that look at what was filled in. Whatever else the layout demands was demanded of the source
    /// already, of the same bytes; a text that was not empty there is not empty here.
    ///
    /// @param source the layout of the record the other columns were taken from
    /// @param filled the columns that are empty in the source and get their content here
    public static RecordCheck beyond(Layout source, Layout layout, IntPredicate filled) {
        var known = new HashSet<>(source.combinations());
        return new RecordCheck(
                layout,
                layout.columns().stream()
                        .mapToInt(Column::number)
                        .filter(number ->
                                filled.test(number) || !layout.column(number).equals(source.column(number)))
                        .map(number -> number - 1),
                layout.combinations().stream()
                        .filter(rule -> !known.contains(rule) || rule.columns().anyMatch(filled))
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
        var known = lead;
        var part = known != null && record.begins(same, known) ? behind : all;
        var good = checkColumns(part.columns(), record, sink) && part.rules().check(record, sink) && flaws == 0;
        if (good && known == null && same > 0) {
            lead = record.beginning(same);
        }
        return good;
    }

    private boolean checkColumns(int[] numbers, RecordReader record, ViolationSink sink) {
        var good = true;
        var buffer = record.buffer();
        var starts = record.starts();
        for (var i : numbers) {
            @Nullable Rule broken = columns[i].broken(buffer, starts[i], starts[i + 1] - 1);
            if (broken != null) {
                sink.accept(new Violation(record.line(), i + 1, broken));
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
