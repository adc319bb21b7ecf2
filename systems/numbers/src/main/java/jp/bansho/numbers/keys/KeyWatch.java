package jp.bansho.numbers.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyRing;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Watches over the key-encryption key: asks it for one key every few seconds. When it does not answer, opened keys
/// leave memory at once and whatever needs a key is refused; when it answers again, work goes on by itself. Keys that
/// nobody used for a while leave memory too (S1).
///
/// The key that signs the record of use is in memory from the start and stays there: that the device is gone, and who
/// was refused meanwhile, must be on record.
@Component
public class KeyWatch implements DisposableBean {

    private static final long EVERY_SECONDS = 10;

    private final KeyRing ring;
    private final Vault vault;
    private final Transactions transactions;
    private final Clock clock;
    private final ScheduledExecutorService rounds;
    private volatile State state;
    private State onRecord;

    /// Whether keys are at hand.
    ///
    /// @param since  since when it is so, as far as this process knows
    /// @param reason why they are not; empty if they are
    public record State(boolean present, Instant since, String reason) {}

    KeyWatch(KeyRing ring, Vault vault, Transactions transactions, Clock clock) {
        this.ring = ring;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        state = new State(true, clock.instant(), "");
        onRecord = state;
        rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("key-watch").factory());
        var _ = rounds.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /// Whether keys are at hand, as the last look found.
    public State state() {
        return state;
    }

    /// Looks now.
    public synchronized State look() {
        var away = ring.probe();
        var reason = away.map(refused -> refused.reason().name()).orElse("");
        if (!reason.equals(state.reason())) {
            state = new State(away.isEmpty(), clock.instant(), reason);
        }
        if (away.isPresent()) {
            vault.forgetKeys();
        } else {
            vault.forgetIdleKeys();
        }
        if (!onRecord.reason().equals(state.reason())) {
            record(event(onRecord, state));
            onRecord = state;
        }
        return state;
    }

    private static KeyEvent event(State before, State now) {
        return now.present()
                ? new KeyEvent.KeyDeviceBack(
                        Duration.between(before.since(), now.since()).toSeconds())
                : new KeyEvent.KeyDeviceLost(now.reason());
    }

    private void round() {
        try {
            look();
        } catch (RuntimeException e) {
            // tried again in the next round: the database may be away as well
            LoggerFactory.getLogger(KeyWatch.class)
                    .warn(
                            "the state of the keys could not be recorded: {}",
                            e.getClass().getName());
        }
    }

    private void record(KeyEvent event) {
        var stamp = new Stamp(Actor.SYSTEM, "machine", Role.OPERATOR.word(), null, null, null, null);
        transactions.recorded(new Scope.Operator(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
    }
}
