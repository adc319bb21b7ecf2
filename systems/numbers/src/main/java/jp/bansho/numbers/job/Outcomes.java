package jp.bansho.numbers.job;

import java.util.Arrays;

/// The outcome codes of the lines of a batch, in file order, one byte each.
public final class Outcomes {

    private final byte[] codes;

    /// All lines without an outcome yet.
    ///
    /// @param lines how many lines
    public Outcomes(int lines) {
        codes = new byte[lines];
    }

    private Outcomes(byte[] codes) {
        this.codes = codes;
    }

    /// The first `lines` codes of an array.
    public static Outcomes of(byte[] codes, int lines) {
        return new Outcomes(Arrays.copyOf(codes, lines));
    }

    /// Sets the code (1..255) of the i-th line, from 0.
    public void set(int line, int code) {
        codes[line] = (byte) code;
    }

    /// How many lines.
    public int length() {
        return codes.length;
    }

    /// How many lines have that code.
    public long count(int code) {
        var count = 0L;
        for (var each : codes) {
            count += (each & 0xff) == code ? 1 : 0;
        }
        return count;
    }

    byte[] bytes() {
        return Arrays.copyOf(codes, codes.length);
    }
}
