package jp.bansho.numbers.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.intake.SourceRow.Claim;
import jp.bansho.numbers.intake.SourceRow.Dismissed;
import jp.bansho.numbers.job.Batch;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.JobEvent;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.Provenance;
import org.jspecify.annotations.Nullable;

/// Works off one batch: everything it leads to, its cursor and its audit record in one transaction.
///
/// The first batches into an empty association need no looking up: everything is assumed to be new, the database's
/// unique keys refuse the batch if it is not, and then it is looked up and decided once more.
final class BatchWork {

    private static final String UNIQUE_VIOLATION = "23505";

    /// A batch that was assumed to be all new is not.
    private static final class NotAllNew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAllNew() {
            super("", null, false, false);
        }
    }

    private final Transactions transactions;
    private final Jobs jobs;
    private final Linkage linkage;
    private final Facts facts;
    private final Clock clock;
    private final Actor actor;
    private final Scope.Association scope;
    private final Job job;
    private final BatchOptions options;
    private final Duties duties;
    private final @Nullable ByRule rules;
    private volatile boolean met;

    BatchWork(
            Transactions transactions,
            Jobs jobs,
            Linkage linkage,
            Facts facts,
            Clock clock,
            Actor actor,
            Scope.Association scope,
            Job job,
            BatchOptions options,
            Duties duties,
            @Nullable ByRule rules) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.linkage = linkage;
        this.facts = facts;
        this.clock = clock;
        this.actor = actor;
        this.scope = scope;
        this.job = job;
        this.options = options;
        this.duties = duties;
        this.rules = rules;
    }

    /// Decides and commits.
    ///
    /// If somebody registered one of these people or numbers since they were looked up, the database refuses
    /// the whole batch; it is then looked up and decided once more.
    ///
    /// @return what is known after the batch
    Known commit(Connection connection, OpenVault open, int number, TaggedBatch batch, Known known)
            throws SQLException {
        try {
            return attempt(connection, open, number, batch, known);
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
        } catch (NotAllNew e) {
            // decided below, with all that is known
        }
        met = true;
        var now = transactions.read(scope, c -> Known.read(c, linkage, open, facts, batch));
        return attempt(connection, open, number, batch, now);
    }

    /// True once a batch met people or numbers that were there before, so that looking up is worth its price.
    boolean met() {
        return met;
    }

    private Known attempt(Connection connection, OpenVault open, int number, TaggedBatch batch, Known known)
            throws SQLException {
        return transactions.bulk(connection, scope, c -> {
            open.requireIndex(c);
            var decision = new Decider(scope.code(), linkage.handles(c), known, observing(known)).decide(batch);
            if (!known.lookedUp() && !decision.allNew()) {
                throw new NotAllNew();
            }
            write(c, decision, open);
            recordDeadline(c, batch, known);
            var entries = recordDuty(c, decision, batch);
            var rows = batch.batch();
            jobs.note(c, job, new Batch(number, rows.firstLine(), rows.nextOffset(), decision.outcomes));
            var stamp = actor.stamp(scope.code(), job.purpose(), null, job.id());
            var counts = RowOutcome.countWords(decision.outcomes);
            var event = new JobEvent.BatchDone(number, rows.firstLine(), batch.size(), counts);
            entries.add(new Entry(stamp, event));
            return new Recorded<>(known, entries);
        });
    }

    private void write(Connection connection, Decision decision, OpenVault open) throws SQLException {
        var provenance = new Provenance(source(), job.id(), clock.instant(), actor.name());
        try (var sealing = open.seal(connection, decision.numbers)) {
            linkage.add(connection, decision.newPeople, decision.newMarks);
            linkage.change(connection, decision.changedPeople);
            sealing.keep(connection, provenance);
        }
        for (var retirement : decision.retirements) {
            open.retire(connection, retirement.subject(), retirement.generation());
        }
        IntakeTable.addFindings(connection, job.id(), decision.findings);
        IntakeTable.addWorkItems(connection, job.id(), decision.workItems, provenance.at());
    }

    /// Whoever the file names was declared for that deadline, conflict or not.
    private void recordDeadline(Connection connection, TaggedBatch batch, Known known) throws SQLException {
        var deadline = options.deadline();
        if (deadline == null) {
            return;
        }
        var named = new ArrayList<Long>();
        batch.claims((claim, _) -> {
            var person = known.people.get(claim.userNumber());
            if (person != null && person.taxUse()) {
                named.add(person.id());
            }
        });
        facts.recordDeadlines(connection, named, deadline, job.id(), actor.name());
    }

    private @Nullable Observing observing(Known known) {
        return rules == null ? null : new Observing(job.id(), known, rules);
    }

    /// What the batch means to the round of a duty it belongs to: whom it spoke of, what it said,
    /// what a rule decided.
    private List<Entry> recordDuty(Connection connection, Decision decision, TaggedBatch batch) throws SQLException {
        var entries = new ArrayList<Entry>();
        var duty = options.duty();
        if (duty == null) {
            return entries;
        }
        for (var death : decision.deaths) {
            var confirmed = facts.confirmDeath(
                    connection, death.person(), death.evidence().source(), actor.name());
            confirmed
                    .event()
                    .ifPresent(
                            event -> entries.add(new Entry(stamp(death.person().id()), event)));
        }
        for (var seen : decision.observations) {
            var rule = seen.settledBy();
            if (rule != null && ByRule.accepted(rule)) {
                var event = new IntakeEvent.AcceptedByRule(seen.sort().word(), rule, seen.line());
                entries.add(new Entry(stamp(seen.subject()), event));
            }
        }
        ObservationTable.add(connection, decision.observations, decision.observedKeys);
        var named = new ArrayList<String>();
        for (var row : batch.batch().rows()) {
            switch (row) {
                case Claim claim -> named.add(claim.userNumber());
                case Dismissed(var _, var _, var _, var _, var echoKey, var _) -> {
                    if (echoKey != null) {
                        named.add(echoKey);
                    }
                }
            }
        }
        entries.addAll(duties.spokenOf(connection, actor, job, duty, named));
        return entries;
    }

    private Stamp stamp(@Nullable Long subject) {
        return actor.stamp(scope.code(), job.purpose(), subject, job.id());
    }

    private int source() {
        return job.kind() == JobKind.RESULTS ? 1 : 2;
    }
}
