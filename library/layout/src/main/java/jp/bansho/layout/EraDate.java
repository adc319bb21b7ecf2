package jp.bansho.layout;

import java.util.List;
import java.util.stream.IntStream;

/// `era-date E Y M D`: four columns are a real day of an era (元号), or all four are empty.
///
/// A year that begins in one era and ends in the next belongs to both; a day does so only on the day of the change.
/// The code for any other calendar (その他) demands a month and a day, no more.
record EraDate(int era, int year, int month, int day, List<Era> eras) implements Combination {

    @Override
    public int broken(RecordReader record) {
        var filled = filled(record, era) + filled(record, year) + filled(record, month) + filled(record, day);
        if (filled == 0) {
            return 0;
        }
        if (filled < 4) {
            return Flaw.of(firstEmpty(record), Rule.COMBINATION);
        }
        var code = record.buffer()[record.start(era)];
        var y = number(record, year);
        var m = number(record, month);
        var d = number(record, day);
        for (var i = 0; i < eras.size(); i++) {
            var each = eras.get(i);
            if (each.code() == code && each.has(y, m, d)) {
                return 0;
            }
        }
        return Flaw.of(era, Rule.COMBINATION);
    }

    @Override
    public IntStream columns() {
        return IntStream.of(era, year, month, day);
    }

    private int firstEmpty(RecordReader record) {
        if (filled(record, era) == 0) {
            return era;
        }
        if (filled(record, year) == 0) {
            return year;
        }
        return filled(record, month) == 0 ? month : day;
    }

    private static int filled(RecordReader record, int column) {
        return record.length(column) == 0 ? 0 : 1;
    }

    private static int number(RecordReader record, int column) {
        return Days.number(record.buffer(), record.start(column), record.end(column));
    }
}
