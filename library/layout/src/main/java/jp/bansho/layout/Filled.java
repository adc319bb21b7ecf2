package jp.bansho.layout;

import java.util.stream.IntStream;

/// Some of up to 128 columns as bits: column 1 is the lowest bit of `low`, column 65 that of `high`.
record Filled(long low, long high) {

    static final int MOST = 2 * Long.SIZE;

    static final Filled NONE = new Filled(0, 0);
    static final Filled ALL = new Filled(-1, -1);

    static Filled of(IntStream columns) {
        var low = 0L;
        var high = 0L;
        for (var column : columns.toArray()) {
            low |= column <= Long.SIZE ? 1L << (column - 1) : 0;
            high |= column <= Long.SIZE ? 0 : 1L << (column - 1 - Long.SIZE);
        }
        return new Filled(low, high);
    }

    Filled or(Filled other) {
        return new Filled(low | other.low, high | other.high);
    }

    boolean any(long lowBits, long highBits) {
        return ((low & lowBits) | (high & highBits)) != 0;
    }

    boolean all(long lowBits, long highBits) {
        return (low & lowBits) == low && (high & highBits) == high;
    }
}
