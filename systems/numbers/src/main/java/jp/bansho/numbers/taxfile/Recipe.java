package jp.bansho.numbers.taxfile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.bansho.layout.Fill;
import jp.bansho.layout.Kind;
import jp.bansho.layout.Layout;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import org.jspecify.annotations.Nullable;

/// How a source becomes a report: both layouts and, for each column of the report, what is done
/// with it. Immutable; all blocks of a run share it.
final class Recipe {

    /// What is done with a column.
    enum Step {
        /// Copied byte for byte.
        COPY,
        /// Brought down to Shift_JIS, full width.
        FULL,
        /// The same, and half width stays half width.
        EITHER,
        /// Written in half-width kana.
        KANA,
        /// A number is filled in.
        FILL
    }

    /// The column of the kana of each column with a name.
    private static final Map<Integer, Integer> KANA = Map.of(14, 52, 55, 54, 59, 58, 63, 62, 67, 66, 70, 69);

    final TaxReport report;
    final Layout source;
    final Layout target;
    final RecordCheck sourceCheck;
    final RecordCheck targetCheck;
    final int columns;
    private final Step[] steps;
    private final @Nullable Fill[] fills;
    private final int[] kinds;

    private Recipe(TaxReport report, Layout source, Layout target) {
        this.report = report;
        this.source = source;
        this.target = target;
        sourceCheck = new RecordCheck(source);
        columns = target.columns().size();
        fills = new Fill[columns + 1];
        kinds = new int[columns + 1];
        source.fills().forEach(fill -> {
            fills[fill.column()] = fill;
            kinds[fill.column()] = PeopleCount.kind(fill.person());
        });
        targetCheck = RecordCheck.beyond(source, target, column -> fills[column] != null);
        steps = new Step[columns + 1];
        Arrays.fill(steps, Step.COPY);
        for (var column : target.columns()) {
            if (fills[column.number()] != null) {
                steps[column.number()] = Step.FILL;
            } else if (source.column(column.number()).kind() == Kind.TEXT) {
                steps[column.number()] = step(column.kind());
            }
        }
    }

    static Recipe of(TaxReport report, int taxYear) {
        return new Recipe(report, Layouts.find(report.source(), taxYear), Layouts.find(report.target(), taxYear));
    }

    private static Step step(Kind kind) {
        return kind == Kind.FULL ? Step.FULL : kind == Kind.KANA ? Step.KANA : Step.EITHER;
    }

    Step step(int column) {
        return steps[column];
    }

    /// The last of the columns from that one on that are copied too.
    int lastCopied(int column) {
        var last = column;
        while (last < columns && steps[last + 1] == Step.COPY) {
            last++;
        }
        return last;
    }

    Fill fill(int column) {
        var fill = fills[column];
        if (fill == null) {
            throw new IllegalArgumentException("nothing is filled into column " + column);
        }
        return fill;
    }

    /// Whose number it is, as [PeopleCount] counts.
    int kind(Fill fill) {
        return kinds[fill.column()];
    }

    /// The column with the kana of the name in that column; 0 if it is no name.
    static int kanaOf(int column) {
        return KANA.getOrDefault(column, 0);
    }

    /// The columns with amounts paid and tax withheld, by the buckets of article 203-3.
    static int paid(int bucket) {
        return 19 + 4 * bucket;
    }

    static int withheld(int bucket) {
        return 21 + 4 * bucket;
    }

    List<Fill> fills() {
        return source.fills();
    }
}
