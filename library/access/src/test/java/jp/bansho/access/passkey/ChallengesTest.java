package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChallengesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Terminal.NOW);
    private final SecureRandom random = new SecureRandom();
    private final Challenges challenges = new Challenges(now::get, random, 3);

    @Test
    void aChallengeIsTakenOnce() {
        var asked = challenges.ask("a login", "k28-0001");
        assertThat(asked.challenge()).hasSize(32);
        assertThat(challenges.take("b login")).isEmpty();
        assertThat(challenges.take("a login")).contains(asked);
        assertThat(challenges.take("a login")).isEmpty();
    }

    @Test
    void afterFiveMinutesItIsGone() {
        challenges.ask("in time", "k28-0001");
        challenges.ask("late", "k28-0001");
        now.set(Terminal.NOW.plus(Duration.ofMinutes(5)).minusNanos(1));
        assertThat(challenges.take("in time")).isPresent();
        now.set(Terminal.NOW.plus(Duration.ofMinutes(5)));
        assertThat(challenges.take("late")).isEmpty();
    }

    @Test
    void aSecondOneReplacesTheFirst() {
        var first = challenges.ask("a login", "k28-0001");
        var second = challenges.ask("a login", "k28-0001");
        assertThat(second.challenge()).isNotEqualTo(first.challenge());
        assertThat(challenges.take("a login")).contains(second);
    }

    @Test
    void whenTooManyWaitTheOldestGoes() {
        for (var key : new String[] {"a", "b", "c", "a", "d"}) {
            challenges.ask(key, "k28-0001");
        }
        assertThat(challenges.take("b")).as("the oldest, for a was asked again").isEmpty();
        assertThat(challenges.take("a")).isPresent();
        assertThat(challenges.take("c")).isPresent();
        assertThat(challenges.take("d")).isPresent();
    }

    @Test
    void anOperationWaitsWithItsWords() {
        var operation = OperationChallenge.of("reveal-number", "tanaka", new LinkedHashMap<>(), Terminal.NOW, random);
        challenges.ask("a reveal", "tanaka", operation);
        var taken = challenges.take("a reveal").orElseThrow();
        assertThat(taken.operation()).isEqualTo(operation);
        assertThat(taken.account()).isEqualTo("tanaka");
        assertThat(taken.challenge()).isEqualTo(operation.challenge());
    }
}
