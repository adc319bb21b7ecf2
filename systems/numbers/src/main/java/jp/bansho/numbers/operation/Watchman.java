package jp.bansho.numbers.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.operation.Health.State;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Looks at all parts, once a minute while the terminals are served: an alarm begins after two looks in a row and ends
/// after three, so that it does not flap. Each is one line of the log and one record (S5).
@Component
public class Watchman {

    private static final int TO_BEGIN = 2;
    private static final int TO_END = 3;

    private final ObjectProvider<HealthPart> parts;
    private final Transactions transactions;
    private final Home home;
    private final Clock clock;
    private final Map<String, Integer> bad = new HashMap<>();
    private final Map<String, Integer> good = new HashMap<>();
    private final Map<String, Instant> alarms = new TreeMap<>();

    Watchman(ObjectProvider<HealthPart> parts, Transactions transactions, Home home, Clock clock) {
        this.parts = parts;
        this.transactions = transactions;
        this.home = home;
        this.clock = clock;
    }

    /// How all parts are at this moment, in the order of their names.
    public List<Health> health() {
        var found = new ArrayList<Health>();
        var limits = Limits.of(home);
        parts.forEach(part -> found.add(asked(part, limits)));
        found.sort((one, other) -> one.name().compareTo(other.name()));
        return found;
    }

    private static Health asked(HealthPart part, Limits limits) {
        try {
            return part.health(limits);
        } catch (RuntimeException broken) {
            return new Health(
                    "unreachable",
                    State.ALARM,
                    "状態を調べられません（" + broken.getClass().getSimpleName() + "）",
                    "A part cannot say how it is (" + broken.getClass().getSimpleName() + ")",
                    List.of());
        }
    }

    /// The alarms that last, and since when.
    public synchronized Map<String, Instant> alarms() {
        return new TreeMap<>(alarms);
    }

    /// Looks once; begins and ends alarms.
    public synchronized List<Health> look() {
        var all = health();
        var now = clock.instant();
        for (var one : all) {
            if (one.state() == State.ALARM) {
                good.remove(one.name());
                if (bad.merge(one.name(), 1, Integer::sum) >= TO_BEGIN && alarms.putIfAbsent(one.name(), now) == null) {
                    say(one.name(), "alarm", new OperationEvent.AlarmBegan(one.name()));
                }
            } else {
                bad.remove(one.name());
                var since = alarms.get(one.name());
                if (since != null && good.merge(one.name(), 1, Integer::sum) >= TO_END) {
                    alarms.remove(one.name());
                    good.remove(one.name());
                    var minutes = Duration.between(since, now).toMinutes();
                    say(one.name(), "well again", new OperationEvent.AlarmEnded(one.name(), minutes));
                }
            }
        }
        return all;
    }

    /// The log first: the record may be what is broken.
    private void say(String part, String what, OperationEvent event) {
        LoggerFactory.getLogger(Watchman.class).warn("{}: {}", what, part);
        var stamp = new Stamp(Actor.SYSTEM, "machine", Role.OPERATOR.word(), null, null, null, null);
        try {
            transactions.recorded(new Scope.Operator(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
        } catch (RuntimeException broken) {
            LoggerFactory.getLogger(Watchman.class)
                    .warn("not on record: {} ({})", part, broken.getClass().getName());
        }
    }
}
