package jp.bansho.numbers.registry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.PurposeTable;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.KeysChanging;
import jp.bansho.numbers.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Runs the acts of the business terminal, each in one transaction with its record.
@Component
class Acts {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int TRIES = 200;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Transactions transactions;
    private final Vault vault;
    private final Linkage linkage;
    private final PurposeTable purposes;
    private final Clock clock;

    Acts(Transactions transactions, Vault vault, Linkage linkage, PurposeTable purposes, Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.linkage = linkage;
        this.purposes = purposes;
        this.clock = clock;
    }

    /// Runs an act. If somebody registered the same number or user number in the same moment, the database
    /// refuses it as a whole; it is done once more and meets what the other left.
    Outcome run(Order order, @Nullable Long subject, Act.Work work) {
        if (order.actor().role() == Role.OPERATOR) {
            return keepOut(order, subject, new Scope.Operator(), Refusal.OPERATOR);
        }
        if (order.actor().role() == Role.ASSOCIATION && order.actor().association() != order.association()) {
            var own = order.actor().scopeOf(order.actor().association());
            return keepOut(order, subject, own, Refusal.OTHER_ASSOCIATION);
        }
        try {
            return patiently(order, work);
        } catch (StoreBroken broken) {
            if (!UNIQUE_VIOLATION.equals(broken.state())) {
                throw broken;
            }
        }
        return patiently(order, work);
    }

    /// Keys change within seconds, so whoever comes in between waits here, where nobody waits behind.
    private Outcome patiently(Order order, Act.Work work) {
        for (var i = 0; i < TRIES; i++) {
            try {
                return once(order, work);
            } catch (KeysChanging _) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return once(order, work);
    }

    private Outcome once(Order order, Act.Work work) {
        return transactions.recorded(
                order.actor().scopeOf(order.association()),
                connection -> vault.lend(connection, order.association(), open -> {
                    var association = linkage.association(connection, order.association());
                    var act = new Act(connection, open, association, clock.instant(), order, purposes);
                    var outcome = work.on(act);
                    return new Recorded<>(outcome, act.entries());
                }));
    }

    /// Whoever knocks at the wrong door leaves a record, and sees nothing of what is behind it.
    private Outcome keepOut(Order order, @Nullable Long subject, Scope own, Refusal why) {
        return transactions.recorded(own, _ -> {
            var stamp = order.actor().stamp(order.association(), null, subject, null);
            var event = new RegistryEvent.RegistrationRefused(order.act(), why.word());
            return new Recorded<>(new Outcome.Refused(why), List.of(new Entry(stamp, event)));
        });
    }
}
