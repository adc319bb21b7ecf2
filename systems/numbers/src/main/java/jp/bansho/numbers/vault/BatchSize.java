package jp.bansho.numbers.vault;

/// How many rows a step of a rotation takes: as many as keep it short, from half a millisecond to two.
/// A step that is over in no time costs more in coming and going than in work; a long one keeps rows
/// locked and the machine busy in one piece, and every look-up beside it waits for it.
final class BatchSize {

    private static final long SHORT = 600_000;
    private static final long LONG = 2_000_000;
    private static final int GROWTH = 32;

    private final int least;
    private int rows;

    /// @param first what the first step takes; later ones take up to 32 times as many, never fewer
    BatchSize(int first) {
        this.least = first;
        this.rows = first;
    }

    int rows() {
        return rows;
    }

    /// @param nanoseconds how long the last step took
    void took(long nanoseconds) {
        if (nanoseconds < SHORT) {
            rows = Math.min(rows * 2, least * GROWTH);
        } else if (nanoseconds > LONG) {
            rows = Math.max(rows / 2, least);
        }
    }
}
