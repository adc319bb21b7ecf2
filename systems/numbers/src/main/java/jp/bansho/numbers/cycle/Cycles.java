package jp.bansho.numbers.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.access.NumberInText;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// The rounds of the repeated duties (N8, N9): seen, closed, and what rules may decide in them. Whether
/// the actor's role may do it is asked by the screen.
@Component
public class Cycles {

    private static final int LONGEST = 500;
    private static final int SHOWN = 1_000;

    private final Transactions transactions;
    private final Jobs jobs;
    private final Clock clock;

    Cycles(Transactions transactions, Jobs jobs, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// What a rule may decide for an association.
    ///
    /// @param switched true if somebody of the association switched it
    public record RuleStanding(String rule, String japanese, String english, boolean on, boolean switched) {}

    /// The rounds of an association, newest first; figures only, so nothing is recorded.
    public List<Cycle> of(Actor actor, int association) {
        return transactions.read(actor.scopeOf(association), connection -> CycleTable.newest(connection, SHOWN));
    }

    /// The rounds of all associations, newest first, as they were last counted; for the federation.
    ///
    /// @throws StaffRefused for everybody else
    public List<Cycle> everywhere(Actor actor) {
        return transactions.read(actor.federationScope(), connection -> CycleTable.newest(connection, SHOWN));
    }

    /// The rounds of all associations, newest first, as they were last counted; for operators.
    ///
    /// @throws StaffRefused for everybody else
    public List<Cycle> all(Actor actor) {
        if (actor.role() != Role.OPERATOR) {
            throw new StaffRefused("only the operator may do this", "運営担当者だけが実行できます");
        }
        return transactions.read(new Scope.Operator(), connection -> CycleTable.newest(connection, SHOWN));
    }

    /// The sheet of a round, counted now while it is open; that it was shown is on record.
    ///
    /// @param named false leaves those out who were in no file: only their count is shown
    public Optional<Sheet> sheet(Actor actor, int association, Duty duty, boolean named) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var cycle = CycleTable.find(connection, duty);
            if (cycle.isEmpty()) {
                return new Recorded<>(
                        Optional.empty(),
                        List.of(entry(actor, association, duty, new CycleEvent.CycleActRefused("see", "not-there"))));
            }
            var sheet = sheet(connection, cycle.get(), named);
            var event =
                    new CycleEvent.CycleShown(cycle.get().id(), sheet.absent().size());
            return new Recorded<>(Optional.of(sheet), List.of(entry(actor, association, duty, event)));
        });
    }

    private static Sheet sheet(Connection connection, Cycle cycle, boolean named) throws SQLException {
        var files = CycleTable.files(connection, cycle.id());
        if (!cycle.open()) {
            return new Sheet(cycle, files, named ? Answers.leftOver(connection, cycle, SHOWN) : List.of());
        }
        var counted = cycle.counted(Answers.count(connection, cycle));
        return new Sheet(counted, files, named ? Answers.absent(connection, cycle, SHOWN) : List.of());
    }

    /// Closes a round with what is left open, whether or not a file came in; it is counted a last time.
    ///
    /// @param because why it is closed, and what becomes of what is left open
    /// @throws CycleRefused if it is closed already, or its month has not come
    public void close(Actor actor, int association, Duty duty, String because) {
        act(actor, association, duty, "close", connection -> {
            if (bad(because)) {
                return refused(CycleRefused.Reason.NOTE);
            }
            if (duty.month().isAfter(YearMonth.from(Today.of(clock)))) {
                return refused(CycleRefused.Reason.NOT_NOW);
            }
            var events = new ArrayList<AuditEvent>();
            if (CycleTable.open(connection, duty, actor.name(), clock.instant())) {
                events.add(new CycleEvent.CycleOpened(
                        duty.sort().word(), duty.month().toString()));
            }
            var cycle = CycleTable.lock(connection, duty).orElseThrow();
            if (!cycle.open()) {
                return refused(CycleRefused.Reason.CLOSED);
            }
            var counts = Answers.count(connection, cycle);
            CycleTable.counted(connection, cycle.id(), counts, clock.instant());
            Answers.settle(connection, cycle);
            CycleTable.close(connection, cycle.id(), actor.name(), because.strip(), clock.instant());
            events.add(
                    new CycleEvent.CycleClosed(duty.sort().word(), duty.month().toString(), counts.words()));
            return new Step(Optional.empty(), events);
        });
    }

    /// What rules may decide for an association.
    public List<RuleStanding> rules(Actor actor, int association) {
        return transactions.read(
                actor.scopeOf(association),
                connection -> RuleTable.of(connection).stream()
                        .map(rule -> new RuleStanding(
                                rule.rule(), rule.japanese(), rule.english(), rule.on(), rule.by() != null))
                        .toList());
    }

    /// Lets a rule decide for the association from now on, or no longer.
    ///
    /// @throws CycleRefused if there is no such rule, or no reason
    public void turn(Actor actor, int association, String rule, boolean on, String because) {
        var now = Duty.lifeStatus(Today.of(clock));
        act(actor, association, now, "rule", connection -> {
            if (bad(because)) {
                return refused(CycleRefused.Reason.NOTE);
            }
            if (!RuleTable.knows(rule)) {
                return refused(CycleRefused.Reason.NOT_THERE);
            }
            RuleTable.turn(connection, rule, on, actor.name(), because.strip(), clock.instant());
            return new Step(Optional.empty(), List.of(new CycleEvent.RuleSwitched(rule, on)));
        });
    }

    private record Step(Optional<CycleRefused.Reason> refused, List<? extends AuditEvent> events) {}

    @FunctionalInterface
    private interface Work {
        Step on(Connection connection) throws SQLException;
    }

    private static Step refused(CycleRefused.Reason why) {
        return new Step(Optional.of(why), List.of());
    }

    /// A refusal is on record before anybody hears of it; what a refused act wrote is nothing.
    private void act(Actor actor, int association, Duty duty, String word, Work work) {
        var answer = transactions.recorded(actor.scopeOf(association), connection -> {
            var step = jobs.keepAway(connection, association) ? work.on(connection) : refused(CycleRefused.Reason.BUSY);
            var entries = new ArrayList<Entry>();
            step.events().forEach(event -> entries.add(entry(actor, association, duty, event)));
            step.refused()
                    .ifPresent(why -> entries.add(
                            entry(actor, association, duty, new CycleEvent.CycleActRefused(word, why.word()))));
            return new Recorded<>(step.refused(), entries);
        });
        answer.ifPresent(why -> {
            throw new CycleRefused(why);
        });
    }

    private static boolean bad(String because) {
        return because.isBlank() || because.length() > LONGEST || NumberInText.in(because);
    }

    static Entry entry(Actor actor, int association, Duty duty, AuditEvent event) {
        var purpose = switch (duty.sort()) {
            case LIFE_STATUS -> Purpose.LIFE_STATUS;
            case DECLARATIONS -> Purpose.DEPENDANTS_DECLARATION;
        };
        return new Entry(actor.stamp(association, purpose, null, null), event);
    }
}
