package jp.bansho.population;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// One line on the terminal with rate and remaining time, rewritten twice a second, and only if the work takes over two
/// seconds.
final class ConsoleProgress implements Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PrintWriter terminal;
    private final InstantSource clock;
    private final Instant start;
    private Instant due;
    private boolean shown;

    ConsoleProgress(PrintWriter terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.instant();
        this.due = start.plus(PATIENCE);
    }

    @Override
    public void at(long done, long total) {
        Instant now = clock.instant();
        boolean end = done >= total;
        if (now.isBefore(due) && !(end && shown)) {
            return;
        }
        due = now.plus(PAUSE);
        shown = true;
        double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
        double rate = done / seconds;
        terminal.printf(
                Locale.ROOT,
                "\r%,d / %,d 人 people (%d %%)  %,.0f 人/秒 people/s  残り %,.0f 秒 s left   ",
                done,
                total,
                done * 100 / total,
                rate,
                rate > 0 ? (total - done) / rate : 0.0);
        if (end) {
            terminal.println();
        }
        terminal.flush();
    }
}
