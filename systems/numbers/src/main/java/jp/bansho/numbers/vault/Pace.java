package jp.bansho.numbers.vault;

import java.util.concurrent.locks.LockSupport;

/// Rests after each step in proportion to it, so that the work takes no more than a share of the time.
///
/// @param percent 1..100; 100 does not rest
record Pace(int percent) {

    Pace {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a share is 1..100 percent");
        }
    }

    /// @param nanoseconds how long the step took
    void rest(long nanoseconds) {
        LockSupport.parkNanos(nanoseconds * (100 - percent) / percent);
    }
}
