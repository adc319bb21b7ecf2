package jp.bansho.numbers.taxfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.bansho.layout.RecordReader;
import jp.bansho.numbers.taxfile.ReportBlock.Stretch;

/// Counts the records of a block as they are written: all of them for the summary sheet, and those
/// of each municipality that stand one after the other.
final class Stretches {

    private final TaxReport report;
    private final List<Stretch> ended = new ArrayList<>();
    private byte[] group = {};
    private int from;
    private int to;
    private long line;
    private int records;
    private long persons;
    private long untaxed;
    private long paid;
    private long withheld;

    Stretches(TaxReport report) {
        this.report = report;
    }

    /// Counts a record.
    ///
    /// @param begin where it begins in the block's bytes
    /// @param end   where it ends, with its line end
    /// @param mark  its correction mark
    void count(RecordReader source, int begin, int end, int mark) {
        if (records == 0 || !sameGroup(source)) {
            end();
            begin(source, begin);
        }
        to = end;
        records++;
        if (report.voids(mark)) {
            return;
        }
        var tax = 0L;
        for (var bucket = 0; bucket < 4; bucket++) {
            paid += number(source, Recipe.paid(bucket));
            tax += number(source, Recipe.withheld(bucket));
        }
        persons++;
        untaxed += tax == 0 ? 1 : 0;
        withheld += tax;
    }

    /// All stretches of the block; nothing is counted after this.
    List<Stretch> all() {
        end();
        return ended;
    }

    private void begin(RecordReader source, int begin) {
        var column = report.municipality();
        group = column == 0
                ? new byte[0]
                : Arrays.copyOfRange(source.buffer(), source.start(column), source.end(column));
        from = begin;
        line = source.line();
        records = 0;
        persons = 0;
        untaxed = 0;
        paid = 0;
        withheld = 0;
    }

    private void end() {
        if (records > 0) {
            var figures = new Figures(persons, untaxed, paid, withheld, records - persons);
            ended.add(new Stretch(new String(group, StandardCharsets.UTF_8), from, to, records, line, figures));
            records = 0;
        }
    }

    private boolean sameGroup(RecordReader source) {
        var column = report.municipality();
        return column == 0
                || Arrays.equals(source.buffer(), source.start(column), source.end(column), group, 0, group.length);
    }

    /// The number in a column; what is not up to ten digits is reported by the check and counts
    /// nothing.
    static long number(RecordReader reader, int column) {
        var b = reader.buffer();
        var from = reader.start(column);
        var to = reader.end(column);
        var number = 0L;
        for (var i = from; i < to && to - from <= 10; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return 0;
            }
            number = number * 10 + b[i] - '0';
        }
        return number;
    }
}
