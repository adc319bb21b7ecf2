package jp.bansho.access.passkey;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Challenges that wait for their answer: each can be taken once, within five minutes. In memory, since one
/// that is lost only has to be asked for again; bounded, so that nobody fills the memory by asking.
///
/// A challenge waits under a key of the caller's choice that the asker cannot choose freely, such
/// as the digest of the session cookie together with what is asked (`<digest> login`), and not the
/// ID that was typed. A second one under the same key replaces the first.
public final class Challenges {

    /// How long a challenge can be answered.
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int LENGTH = 32;

    private final SequencedMap<String, Pending> waiting = new LinkedHashMap<>();
    private final InstantSource clock;
    private final SecureRandom random;
    private final int most;

    /// Nothing waits yet.
    ///
    /// @param most how many may wait; when it is reached the oldest goes
    public Challenges(InstantSource clock, SecureRandom random, int most) {
        this.clock = clock;
        this.random = random;
        this.most = most;
    }

    /// A challenge that waits.
    ///
    /// @param account the ID it was asked for, as it was typed
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Pending(byte[] challenge, @Nullable OperationChallenge operation, String account, Instant until) {}

    /// A new random challenge, for a login or an enrolment.
    public Pending ask(String key, String account) {
        var challenge = new byte[LENGTH];
        random.nextBytes(challenge);
        return put(key, account, challenge, null);
    }

    /// The challenge of an operation.
    public Pending ask(String key, String account, OperationChallenge operation) {
        return put(key, account, operation.challenge(), operation);
    }

    /// Takes the challenge away; empty if none waits under that key, or not any more
    /// ([Refusal#CHALLENGE_SPENT]).
    public synchronized Optional<Pending> take(String key) {
        var pending = waiting.remove(key);
        return Optional.ofNullable(pending).filter(found -> clock.instant().isBefore(found.until()));
    }

    private synchronized Pending put(
            String key, String account, byte[] challenge, @Nullable OperationChallenge operation) {
        var now = clock.instant();
        var pending = new Pending(challenge, operation, account, now.plus(LIFETIME));
        waiting.remove(key);
        while (!waiting.isEmpty()
                && (waiting.size() >= most
                        || !now.isBefore(waiting.firstEntry().getValue().until()))) {
            waiting.pollFirstEntry();
        }
        waiting.put(key, pending);
        return pending;
    }
}
