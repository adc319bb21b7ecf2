package jp.bansho.numbers.command;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/// One line on the terminal that says how many bytes are done and how fast; appears after two seconds.
final class ByteLine implements LongConsumer, AutoCloseable {

    private static final double QUIET_SECONDS = 2;
    private static final double STEP_SECONDS = 0.5;

    private final PrintWriter out;
    private final long began = System.nanoTime();
    private double shownAt;
    private boolean shown;

    ByteLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(long bytes) {
        var seconds = (System.nanoTime() - began) / 1e9;
        if (seconds < QUIET_SECONDS || seconds - shownAt < STEP_SECONDS) {
            return;
        }
        shownAt = seconds;
        shown = true;
        out.printf("\r  %,d MB  %,.0f 秒 s   ", bytes >> 20, seconds);
        out.flush();
    }

    /// Ends the line, so that what follows begins on a new one.
    void end() {
        close();
    }

    @Override
    public void close() {
        if (shown) {
            out.println();
            shown = false;
        }
    }
}
