package jp.bansho.machine.command;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import jp.bansho.machine.Progress;

/// One line on the terminal that says how far, how fast, how long still. Appears after two seconds. A job
/// may have phases (recognise the file, open the numbers, work it off): speed and rest are measured from
/// the first report of each, so a job that is resumed in its middle counts only what it does itself.
public final class ProgressLine implements Progress, AutoCloseable {

    private static final double QUIET_SECONDS = 2;
    private static final double STEP_SECONDS = 0.5;

    private final PrintWriter out;
    private final LongSupplier nanoseconds;
    private final long began;
    private double shownAt;
    private boolean shown;
    private double phaseBegan;
    private long phaseLines;
    private long phaseBytes;
    private long reached = Long.MAX_VALUE;

    /// A line on that terminal.
    public ProgressLine(PrintWriter out) {
        this(out, System::nanoTime);
    }

    ProgressLine(PrintWriter out, LongSupplier nanoseconds) {
        this.out = out;
        this.nanoseconds = nanoseconds;
        began = nanoseconds.getAsLong();
    }

    @Override
    public synchronized void at(long lines, long bytes, long total) {
        var seconds = (nanoseconds.getAsLong() - began) / 1e9;
        if (bytes < reached) {
            phaseBegan = seconds;
            phaseLines = lines;
            phaseBytes = bytes;
            reached = bytes;
            return;
        }
        reached = bytes;
        if (seconds < QUIET_SECONDS || seconds - shownAt < STEP_SECONDS) {
            return;
        }
        shownAt = seconds;
        shown = true;
        var spent = Math.max(seconds - phaseBegan, 0.001);
        var done = bytes - phaseBytes;
        var rest = done == 0 ? 0 : (long) (spent * (total - bytes) / done);
        out.printf(
                "\r  %5.1f %%  %,d 行 rows  %,.0f 行/秒 rows/s  残り left %d:%02d   ",
                100.0 * Math.min(bytes, total) / total, lines, (lines - phaseLines) / spent, rest / 60, rest % 60);
        out.flush();
    }

    /// Ends the line, so that what follows begins on a new one.
    public void end() {
        close();
    }

    @Override
    public synchronized void close() {
        if (shown) {
            out.println();
            shown = false;
        }
    }
}
