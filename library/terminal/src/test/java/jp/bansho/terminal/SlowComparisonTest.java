package jp.bansho.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Two passwords are compared at once, no more; a place is free again whatever happened.
class SlowComparisonTest {

    @Test
    void theThirdIsSentAwayWhileTwoAreCompared() throws Exception {
        var places = new SlowComparison(2, 8, Duration.ZERO);
        var running = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> places.run(() -> held(running, end)));
            var second = threads.submit(() -> places.run(() -> held(running, end)));
            running.await();
            assertThat(places.run(() -> "third")).isEmpty();
            end.countDown();
            assertThat(first.get()).contains("held");
            assertThat(second.get()).contains("held");
        }
        assertThat(places.run(() -> "later")).contains("later");
    }

    @Test
    void aPlaceIsGivenBackEvenIfTheComparisonBreaks() {
        var places = new SlowComparison(1, 8, Duration.ZERO);
        assertThatThrownBy(() -> places.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(places.run(() -> "next")).contains("next");
    }

    @Test
    void nobodyWaitsWhereNobodyMay() {
        assertThat(new SlowComparison(2, 0, Duration.ofHours(1)).run(() -> "never"))
                .isEmpty();
    }

    private static String held(CountDownLatch running, CountDownLatch end) {
        running.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "held";
    }
}
