package jp.bansho.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Slows down whoever fails again and again: after ten failures in a row each further one makes that place wait
/// longer, up to a minute. It holds the place the answers come from, never an account, so that nobody locks somebody
/// else out. Kept in memory; when too many places are known the one that was quiet longest is forgotten.
final class Brake {

    private static final int FREE = 10;
    private static final int LONGEST = 60;
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final SequencedMap<String, Run> runs = new LinkedHashMap<>();
    private final InstantSource clock;
    private final int most;

    /// Nobody has failed yet.
    ///
    /// @param most how many places are remembered
    Brake(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    private record Run(int failures, Instant until, Instant last) {}

    /// Whether an answer from there is refused unread at this moment.
    synchronized boolean holds(String place) {
        var run = runs.get(place);
        var now = clock.instant();
        // a failure of a moment that has not come yet: the clock stood wrong then, and nobody waits for it to come
        return run != null && now.isBefore(run.until()) && !now.isBefore(run.last());
    }

    /// An answer from there was wrong.
    synchronized void failed(String place) {
        var now = clock.instant();
        var before = runs.remove(place);
        var failures = before == null || now.isAfter(before.last().plus(MEMORY)) ? 1 : before.failures() + 1;
        var seconds = failures < FREE ? 0 : Math.min(LONGEST, 1 << Math.min(6, failures - FREE));
        while (runs.size() >= most) {
            runs.pollFirstEntry();
        }
        runs.put(place, new Run(failures, now.plusSeconds(seconds), now));
    }

    /// An answer from there was right.
    synchronized void passed(String place) {
        runs.remove(place);
    }
}
