package jp.bansho.layout;

import java.util.List;
import java.util.stream.IntStream;

/// `born-by E Y M D`: the day in the four columns is not after the tax year; a day of another calendar is not looked
/// at.
record BornBy(int era, int year, int taxYear, List<Era> eras) implements Combination {

    @Override
    public int broken(RecordReader record) {
        if (record.length(era) == 0 || record.length(year) == 0) {
            return 0;
        }
        var code = record.buffer()[record.start(era)];
        for (var i = 0; i < eras.size(); i++) {
            var each = eras.get(i);
            if (each.code() == code && each.before() > 0) {
                var born = each.before() + Order.number(record, year);
                return born <= taxYear ? 0 : Flaw.of(year, Rule.BORN_LATER);
            }
        }
        return 0;
    }

    @Override
    public IntStream columns() {
        return IntStream.of(era, year);
    }
}
