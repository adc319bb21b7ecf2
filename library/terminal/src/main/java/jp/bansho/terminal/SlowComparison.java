package jp.bansho.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Comparing a password takes long on purpose, so only a few comparisons run at once, some wait for a moment, and
/// whoever comes then is sent away: nobody outside keeps the machine from its work by typing passwords.
final class SlowComparison {

    private final Semaphore places;
    private final int queue;
    private final Duration patience;

    /// Nothing runs yet.
    ///
    /// @param queue    how many may wait
    /// @param patience how long they wait
    SlowComparison(int atOnce, int queue, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.queue = queue;
        this.patience = patience;
    }

    /// Runs it when there is a place; empty if there is none in time.
    <T> Optional<T> run(Supplier<T> comparison) {
        try {
            if (places.getQueueLength() >= queue || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(comparison.get());
        } finally {
            places.release();
        }
    }
}
