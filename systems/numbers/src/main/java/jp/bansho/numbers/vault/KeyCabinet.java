package jp.bansho.numbers.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import jp.bansho.seal.KeyRing;

/// Lends opened keys to one act at a time: unwrapping them and asking for ciphers costs more than showing a number. A
/// few sets per association stay open in memory until nobody used them for three minutes, or the key-encryption key
/// goes away: then all are dropped, those that are lent as soon as they come back.
final class KeyCabinet {

    private static final int IDLE = 4;

    /// How long opened keys stay in memory without use.
    static final Duration STAY = Duration.ofMinutes(3);

    private final KeyRing ring;
    private final Clock clock;
    private final Map<Integer, Queue<Idle>> idle = new ConcurrentHashMap<>();
    private final AtomicLong round = new AtomicLong();
    private volatile int edition;

    private record Idle(VaultKeys keys, Instant since) {}

    KeyCabinet(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
    }

    /// New keys for a piece of bulk work, which keeps them.
    ///
    /// @throws jp.bansho.seal.KeysRefused while the key-encryption key is away
    VaultKeys open(int association) {
        ring.requirePresent();
        return new VaultKeys(ring, association, round.get());
    }

    /// Keys for one act; give them back.
    ///
    /// @throws jp.bansho.seal.KeysRefused while the key-encryption key is away
    VaultKeys lend(int association) {
        ring.requirePresent();
        forgetDestroyed();
        var lent = queue(association).poll();
        return lent == null || old(lent) ? open(association) : lent.keys();
    }

    void giveBack(VaultKeys keys) {
        var queue = queue(keys.association());
        if (queue.size() < IDLE && keys.round() == round.get()) {
            queue.add(new Idle(keys, clock.instant()));
        }
    }

    /// Drops what nobody used for a while.
    void forgetIdle() {
        idle.values().forEach(queue -> queue.removeIf(this::old));
    }

    /// Drops everything.
    void forgetAll() {
        round.incrementAndGet();
        idle.clear();
    }

    /// Drops everything if keys were made or destroyed since, here or by another process.
    void forgetDestroyed() {
        var now = ring.edition();
        if (now != edition) {
            edition = now;
            forgetAll();
        }
    }

    /// How many sets of keys lie open.
    int size() {
        return idle.values().stream().mapToInt(Queue::size).sum();
    }

    private boolean old(Idle one) {
        return one.keys().round() != round.get() || one.since().plus(STAY).isBefore(clock.instant());
    }

    private Queue<Idle> queue(int association) {
        return idle.computeIfAbsent(association, _ -> new ConcurrentLinkedQueue<>());
    }
}
