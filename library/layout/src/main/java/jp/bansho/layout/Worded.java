package jp.bansho.layout;

import java.util.stream.IntStream;

/// `address A`, `name A`, `telephone A` and the like: how one column is worded, beyond its characters and width.
///
/// @param abroad the column that says `1` when the address is abroad; 0 if there is none
record Worded(Wording wording, int column, int abroad) implements Combination {

    @Override
    public int broken(RecordReader record) {
        var from = record.start(column);
        var to = record.end(column);
        if (from == to) {
            return 0;
        }
        var outside = abroad != 0 && record.length(abroad) == 1 && record.buffer()[record.start(abroad)] == '1';
        var rule = wording.broken(record.buffer(), from, to, outside);
        return rule == null ? 0 : Flaw.of(column, rule);
    }

    @Override
    public IntStream columns() {
        return abroad == 0 ? IntStream.of(column) : IntStream.of(column, abroad);
    }
}
