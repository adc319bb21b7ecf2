package jp.bansho.numbers.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.numbers.intake.ByRule;
import jp.bansho.numbers.intake.Duties;
import jp.bansho.numbers.intake.Duty;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.staff.Actor;
import org.springframework.stereotype.Component;

/// Keeps the rounds while their files come in.
@Component
class CycleBook implements Duties {

    private final Clock clock;

    CycleBook(Clock clock) {
        this.clock = clock;
    }

    /// A file may be a year late; it is never early.
    @Override
    public void admit(Connection connection, Duty duty) throws SQLException {
        var now = YearMonth.from(Today.of(clock));
        if (duty.month().isAfter(now.plusMonths(1)) || duty.month().isBefore(now.minusMonths(13))) {
            throw new CycleRefused(CycleRefused.Reason.NOT_NOW);
        }
        var cycle = CycleTable.find(connection, duty);
        if (cycle.isPresent() && !cycle.get().open()) {
            throw new CycleRefused(CycleRefused.Reason.CLOSED);
        }
    }

    @Override
    public ByRule rules(Connection connection) throws SQLException {
        return RuleTable.rules(connection);
    }

    @Override
    public List<Entry> spokenOf(Connection connection, Actor actor, Job job, Duty duty, Collection<String> userNumbers)
            throws SQLException {
        var entries = new ArrayList<Entry>();
        var cycle = opened(connection, actor, job, duty, entries);
        CycleTable.file(connection, cycle.id(), job.id(), actor.name(), clock.instant());
        Answers.add(connection, cycle.id(), userNumbers);
        return entries;
    }

    @Override
    public List<Entry> finished(Connection connection, Actor actor, Job job, Duty duty) throws SQLException {
        var entries = new ArrayList<Entry>();
        var cycle = opened(connection, actor, job, duty, entries);
        var counts = Answers.count(connection, cycle);
        CycleTable.counted(connection, cycle.id(), counts, clock.instant());
        var event =
                new CycleEvent.CycleFileTaken(duty.sort().word(), duty.month().toString(), counts.words());
        entries.add(new Entry(actor.stamp(job.association(), job.purpose(), null, job.id()), event));
        return entries;
    }

    /// The round, which its first file opens. One that was closed while the file came in stays closed.
    private Cycle opened(Connection connection, Actor actor, Job job, Duty duty, List<Entry> entries)
            throws SQLException {
        if (CycleTable.open(connection, duty, actor.name(), clock.instant())) {
            var event =
                    new CycleEvent.CycleOpened(duty.sort().word(), duty.month().toString());
            entries.add(new Entry(actor.stamp(job.association(), job.purpose(), null, job.id()), event));
        }
        var cycle = CycleTable.find(connection, duty).orElseThrow();
        if (!cycle.open()) {
            throw new CycleRefused(CycleRefused.Reason.CLOSED);
        }
        return cycle;
    }
}
