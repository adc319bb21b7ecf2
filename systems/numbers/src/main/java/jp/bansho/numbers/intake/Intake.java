package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.numbers.job.Batch;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.JobEvent;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobOrder;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.job.Progress;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.StoreBroken;
import jp.bansho.numbers.store.Transactions;
import jp.bansho.numbers.store.Transactions.Recorded;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.Provenance;
import jp.bansho.numbers.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The intake desk's front door, and the runbook of its jobs.
///
/// A job reads the file in batches. One thread reads, checks and indexes the next batch while this one works off the
/// last: people, sealed numbers, index, findings, work list, the batch's cursor and its audit record are **one**
/// transaction. So a job that is killed anywhere has either done a batch or not begun it, and `resume` goes on at the
/// first line that is not done. Two jobs for one association never run at the same time.
@Component
public class Intake {

    private static final String BATCH_SIZE = "batch-size=";

    private final Transactions transactions;
    private final Jobs jobs;
    private final Linkage linkage;
    private final Vault vault;
    private final Clock clock;
    private final int batchSize;

    Intake(
            Transactions transactions,
            Jobs jobs,
            Linkage linkage,
            Vault vault,
            Clock clock,
            @Value("${bansho.numbers.intake.batch-size}") int batchSize) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.linkage = linkage;
        this.vault = vault;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /// Registers a file from its first row.
    ///
    /// @throws jp.bansho.numbers.job.JobRefused if the file cannot be read or was met before
    public JobSheet run(IntakeOrder order, Progress progress) {
        var scope = order.actor().scopeOf(order.association());
        transactions.read(scope, connection -> linkage.association(connection, order.association()));
        var job = jobs.start(
                new JobOrder(
                        order.kind(),
                        order.actor(),
                        order.purpose(),
                        scope,
                        order.association(),
                        order.file().toAbsolutePath().normalize(),
                        null,
                        BATCH_SIZE + batchSize,
                        word(order.kind())),
                order.again());
        return work(order.actor(), scope, job, progress);
    }

    /// Goes on with a job that stopped.
    ///
    /// @throws jp.bansho.numbers.job.JobRefused if it is finished, or its file changed meanwhile
    public JobSheet resume(Actor actor, int association, long job, Progress progress) {
        var scope = actor.scopeOf(association);
        return work(actor, scope, jobs.resume(actor, scope, job), progress);
    }

    /// The rows of a job that were not simply registered, by line.
    public List<Finding> findings(Scope scope, long job, int most) {
        return transactions.read(scope, connection -> IntakeTable.findings(connection, job, most));
    }

    /// What waits for a person, oldest first.
    public List<OpenWork> openWork(Scope scope, int most) {
        return transactions.read(scope, connection -> IntakeTable.openWork(connection, most));
    }

    private JobSheet work(Actor actor, Scope.Association scope, Job job, Progress progress) {
        var began = System.nanoTime();
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, job)) {
            vault.rebuildIndex(actor, scope.code());
            var association = transactions.read(scope, c -> linkage.association(c, scope.code()));
            var cursor = transactions.read(scope, c -> jobs.cursor(c, job));
            try (var source = new SourceFile(job.source(), cursor, rows(job.kind(), association));
                    var ahead = new ReadAhead(source, batchSize(job), vault.open(scope.code()))) {
                var open = vault.open(scope.code());
                var number = cursor.batch();
                for (var next = ahead.next(); next != null; next = ahead.next()) {
                    commit(connection, open, actor, scope, job, number++, next);
                    var rows = next.batch();
                    progress.at(rows.firstLine() + rows.rows().size() - 1, rows.nextOffset(), job.bytes());
                }
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the source file could not be read to its end", e);
        }
        return jobs.finish(actor, scope, job, (System.nanoTime() - began) / 1e9, RowOutcome.words(), true);
    }

    private void commit(
            Connection connection,
            OpenVault open,
            Actor actor,
            Scope.Association scope,
            Job job,
            int number,
            ReadAhead.Tagged next)
            throws SQLException {
        transactions.bulk(connection, scope, c -> {
            open.requireIndex(c);
            var rows = next.batch();
            var decision = new Decider(scope.code(), linkage, open).decide(c, rows, next.tags());
            write(c, job, decision, open, new Provenance(source(job.kind()), job.id(), clock.instant(), actor.name()));
            var batch = new Batch(number, rows.firstLine(), rows.nextOffset(), decision.outcomes);
            jobs.note(c, job, batch);
            var stamp = actor.stamp(scope.code(), job.purpose(), null, job.id());
            var counts = RowOutcome.countWords(decision.outcomes);
            var event =
                    new JobEvent.BatchDone(number, rows.firstLine(), rows.rows().size(), counts);
            return new Recorded<>(number, List.of(new Entry(stamp, event)));
        });
    }

    private void write(Connection connection, Job job, Decision decision, OpenVault open, Provenance provenance)
            throws SQLException {
        linkage.add(connection, decision.newPeople);
        linkage.change(connection, decision.changedPeople);
        open.keep(connection, decision.numbers, provenance);
        for (var retirement : decision.retirements) {
            open.retire(connection, retirement.subject(), retirement.generation());
        }
        IntakeTable.addFindings(connection, job.id(), decision.findings);
        IntakeTable.addWorkItems(connection, job.id(), decision.workItems, provenance.at());
    }

    private static RowReader rows(JobKind kind, Association association) {
        return switch (kind) {
            case RESULTS -> new ResultRows(association.userNumbers());
            case DEPENDANTS -> new DependantRows(association);
            case IDENTIFIERS -> new IdentifierRows(association);
            case WITHHOLDING -> throw new IllegalArgumentException("not a kind of intake");
        };
    }

    private static String word(JobKind kind) {
        return switch (kind) {
            case RESULTS -> ResultRows.LAYOUT;
            case DEPENDANTS -> DependantRows.LAYOUT;
            case IDENTIFIERS -> IdentifierRows.LAYOUT;
            case WITHHOLDING -> throw new IllegalArgumentException("not a kind of intake");
        };
    }

    private static int source(JobKind kind) {
        return kind == JobKind.RESULTS ? 1 : 2;
    }

    /// A job keeps the batch size it began with, so that a resumed job makes the same batches.
    private static int batchSize(Job job) {
        return Integer.parseInt(job.options().substring(BATCH_SIZE.length()));
    }
}
