package jp.bansho.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jp.bansho.testing.TestClock;
import org.junit.jupiter.api.Test;

/// Ten failures in a row are free; then a place waits, longer each time, and other places do not.
class BrakeTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-11-24T01:00:00Z"));
    private final Brake brake = new Brake(clock, 3);

    @Test
    void afterTenFailuresAPlaceWaitsLongerEachTimeUpToAMinute() {
        fail(9);
        assertThat(brake.holds("a")).isFalse();
        fail(1);
        assertThat(brake.holds("a")).isTrue();
        assertThat(brake.holds("b")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(brake.holds("a")).isFalse();
        fail(20);
        clock.pass(Duration.ofSeconds(59));
        assertThat(brake.holds("a")).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(brake.holds("a")).isFalse();
    }

    @Test
    void aRightAnswerOrAQuietQuarterOfAnHourForgetsTheFailures() {
        fail(9);
        brake.passed("a");
        fail(9);
        assertThat(brake.holds("a")).isFalse();
        clock.pass(Duration.ofMinutes(16));
        fail(1);
        assertThat(brake.holds("a")).isFalse();
    }

    @Test
    void onlySoManyPlacesAreRemembered() {
        fail(10);
        for (var place : new String[] {"b", "c", "d"}) {
            brake.failed(place);
        }
        assertThat(brake.holds("a")).as("quiet longest, forgotten").isFalse();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            brake.failed("a");
        }
    }
}
