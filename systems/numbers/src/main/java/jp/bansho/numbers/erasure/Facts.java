package jp.bansho.numbers.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.NumberInText;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.retention.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door of what decides until when a person's number is kept (R1). A correction takes the old fact back with
/// a reason and records the new one; nothing is overwritten.
@Component
public class Facts {

    /// The day on which the number law came into force (番号法施行日).
    static final LocalDate FIRST = LocalDate.of(2015, 10, 5);

    private static final int LONGEST = 500;

    private final Transactions transactions;
    private final Linkage linkage;
    private final Jobs jobs;
    private final Clock clock;

    Facts(Transactions transactions, Linkage linkage, Jobs jobs, Clock clock) {
        this.transactions = transactions;
        this.linkage = linkage;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// A person and the facts, the newest first; history included.
    public record Sheet(Person person, List<Fact> facts) {}

    /// What is recorded of a person; that it was shown is on record.
    public Optional<Sheet> see(Actor actor, int association, long subject) {
        return transactions.looked(actor.scopeOf(association), connection -> {
            var person = linkage.byId(connection, subject);
            var sheet = person.isEmpty()
                    ? Optional.<Sheet>empty()
                    : Optional.of(new Sheet(person.get(), FactTable.of(connection, subject)));
            var event = sheet.isPresent()
                    ? new ErasureEvent.PeriodShown()
                    : new ErasureEvent.FactRefused("see", FactAnswer.NOBODY.word());
            return new Recorded<>(sheet, List.of(new Entry(actor.stamp(association, null, subject, null), event)));
        });
    }

    /// What would become of recording a confirmed death; nothing is recorded.
    public FactAnswer checkDeath(Person person, LocalDate day, String source) {
        if (!person.pensionUse()) {
            return FactAnswer.NO_SUCH_USE;
        }
        if (day.isAfter(Today.of(clock))) {
            return FactAnswer.DAY_AHEAD;
        }
        return day.isBefore(FIRST) ? FactAnswer.DAY_OUT_OF_BOUNDS : text(source);
    }

    /// Records a confirmed death; one that is in force is taken back as corrected.
    public FactAnswer recordDeath(Actor actor, int association, long subject, LocalDate day, String source) {
        return change(actor, association, subject, "death", (connection, person) -> {
            var answer = checkDeath(person, day, source);
            if (answer != FactAnswer.DONE) {
                return Step.refused(answer);
            }
            var old = FactTable.of(connection, subject).stream()
                    .filter(fact -> fact.sort() == Fact.Sort.DEATH && fact.inForce())
                    .findFirst();
            if (old.isPresent()) {
                if (old.get().day().equals(day)) {
                    return Step.refused(FactAnswer.KNOWN_ALREADY);
                }
                FactTable.end(
                        connection,
                        Fact.Sort.DEATH,
                        subject,
                        old.get().id(),
                        "訂正: " + source,
                        actor.name(),
                        clock.instant());
            }
            FactTable.death(connection, subject, day, source.strip(), actor.name(), clock.instant());
            return Step.done(
                    new ErasureEvent.DeathRecorded(day, Rule.PENSION_TEN_YEARS.eraseFrom(day), old.isPresent()));
        });
    }

    /// What became of confirming a death in a caller's transaction.
    public record Confirmed(FactAnswer answer, Optional<ErasureEvent> event) {}

    /// Confirms a death today, in the caller's scope and transaction; the caller keeps jobs away, or is one.
    /// The period runs from the day on which the association confirms, not from the day some register
    /// reports: it may never be shorter than ten years after the confirmation.
    public Confirmed confirmDeath(Connection connection, Person person, String source, String by) throws SQLException {
        var day = Today.of(clock);
        var answer = checkDeath(person, day, source);
        if (answer == FactAnswer.DONE
                && !FactTable.dead(connection, List.of(person.id())).isEmpty()) {
            answer = FactAnswer.KNOWN_ALREADY;
        }
        if (answer != FactAnswer.DONE) {
            return new Confirmed(answer, Optional.empty());
        }
        FactTable.death(connection, person.id(), day, source, by, clock.instant());
        var event = new ErasureEvent.DeathRecorded(day, Rule.PENSION_TEN_YEARS.eraseFrom(day), false);
        return new Confirmed(answer, Optional.of(event));
    }

    /// Those of the people whose confirmed death is in force.
    public Set<Long> deadAmong(Connection connection, Collection<Long> subjects) throws SQLException {
        return FactTable.dead(connection, subjects);
    }

    /// What would become of recording a submission deadline; nothing is recorded.
    public FactAnswer checkDeadline(Person person, LocalDate day, String source) {
        if (!person.taxUse()) {
            return FactAnswer.NO_SUCH_USE;
        }
        return within(day) ? text(source) : FactAnswer.DAY_OUT_OF_BOUNDS;
    }

    /// Records a submission deadline beside those that are known; the latest counts.
    public FactAnswer recordDeadline(Actor actor, int association, long subject, LocalDate day, String source) {
        return change(actor, association, subject, "deadline", (connection, person) -> {
            var answer = checkDeadline(person, day, source);
            if (answer != FactAnswer.DONE) {
                return Step.refused(answer);
            }
            var added = FactTable.deadlines(
                    connection, List.of(subject), day, source.strip(), null, actor.name(), clock.instant());
            return added == 0
                    ? Step.refused(FactAnswer.KNOWN_ALREADY)
                    : Step.done(new ErasureEvent.DeadlineRecorded(day, Rule.TAX_SEVEN_YEARS.eraseFrom(day)));
        });
    }

    /// True if a deadline for a whole file may be that day: of this year, the one before or the one
    /// after. Anything else is a slip, and a slip would end the period of thousands too early or
    /// never.
    public boolean plausibleForFile(LocalDate day) {
        var year = Today.of(clock).getYear();
        return Math.abs(day.getYear() - year) <= 1;
    }

    /// Records the deadline of a whole file for people it named, in the job's own scope and transaction.
    public void recordDeadlines(Connection connection, Collection<Long> subjects, LocalDate day, long job, String by)
            throws SQLException {
        FactTable.deadlines(connection, subjects, day, "扶養控除対象者ファイル", job, by, clock.instant());
    }

    /// Places a legal hold.
    ///
    /// @param until the last day it covers; null until it is released
    public FactAnswer placeHold(
            Actor actor, int association, long subject, LocalDate from, @Nullable LocalDate until, String reason) {
        return change(actor, association, subject, "hold", (connection, _) -> {
            if (until != null && until.isBefore(from)) {
                return Step.refused(FactAnswer.ENDS_BEFORE);
            }
            if (from.isBefore(FIRST) || from.isAfter(Today.of(clock).plusYears(1))) {
                return Step.refused(FactAnswer.DAY_OUT_OF_BOUNDS);
            }
            if (text(reason) != FactAnswer.DONE) {
                return Step.refused(text(reason));
            }
            FactTable.hold(connection, subject, from, until, reason.strip(), actor.name(), clock.instant());
            return Step.done(new ErasureEvent.HoldPlaced(from, until));
        });
    }

    /// Takes a date back, or releases a hold.
    public FactAnswer end(Actor actor, int association, long subject, Fact.Sort sort, long id, String because) {
        return change(actor, association, subject, "end-" + sort.word(), (connection, _) -> {
            if (text(because) != FactAnswer.DONE) {
                return Step.refused(text(because));
            }
            var fact = FactTable.of(connection, subject).stream()
                    .filter(one -> one.sort() == sort && one.id() == id && one.inForce())
                    .findFirst();
            if (fact.isEmpty()
                    || !FactTable.end(connection, sort, subject, id, because.strip(), actor.name(), clock.instant())) {
                return Step.refused(FactAnswer.NOT_IN_FORCE);
            }
            var day = fact.get().day();
            return Step.done(
                    switch (sort) {
                        case DEATH -> new ErasureEvent.DeathWithdrawn(day);
                        case DEADLINE -> new ErasureEvent.DeadlineWithdrawn(day);
                        case HOLD -> new ErasureEvent.HoldReleased(day);
                    });
        });
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(FIRST) && day.getYear() <= Today.of(clock).getYear() + 1;
    }

    private static FactAnswer text(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return FactAnswer.TEXT_MISSING;
        }
        return NumberInText.in(text) ? FactAnswer.NUMBER_IN_TEXT : FactAnswer.DONE;
    }

    private record Step(FactAnswer answer, @Nullable ErasureEvent event) {

        static Step refused(FactAnswer answer) {
            return new Step(answer, null);
        }

        static Step done(ErasureEvent event) {
            return new Step(FactAnswer.DONE, event);
        }
    }

    @FunctionalInterface
    private interface Change {
        Step on(Connection connection, Person person) throws SQLException;
    }

    /// A job and a run at work took up the facts already: what came now would be lost, and somebody erased in spite of
    /// a hold.
    private Step step(Connection connection, int association, long subject, Change change) throws SQLException {
        if (!jobs.keepAway(connection, association)) {
            return Step.refused(FactAnswer.BUSY);
        }
        var person = linkage.lock(connection, subject);
        return person.isEmpty() ? Step.refused(FactAnswer.NOBODY) : change.on(connection, person.get());
    }

    private FactAnswer change(Actor actor, int association, long subject, String act, Change change) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var step = step(connection, association, subject, change);
            var event = step.event() == null
                    ? new ErasureEvent.FactRefused(act, step.answer().word())
                    : step.event();
            return new Recorded<>(
                    step.answer(), List.of(new Entry(actor.stamp(association, null, subject, null), event)));
        });
    }
}
