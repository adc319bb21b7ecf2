package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.Opening;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobOrder;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.job.Sources;
import jp.bansho.numbers.linkage.Association;
import jp.bansho.numbers.linkage.Linkage;
import jp.bansho.numbers.linkage.Marking;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.vault.OpenVault;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyRing;
import org.jspecify.annotations.Nullable;
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

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final long MANY_PEOPLE = 1_000_000;
    private static final long BYTES_OF_A_ROW = 250;

    private final Transactions transactions;
    private final Jobs jobs;
    private final Sources sources;
    private final Linkage linkage;
    private final Vault vault;
    private final KeyRing keys;
    private final Facts facts;
    private final Duties duties;
    private final Clock clock;
    private final int batchSize;

    Intake(
            Transactions transactions,
            Jobs jobs,
            Sources sources,
            Linkage linkage,
            Vault vault,
            KeyRing keys,
            Facts facts,
            Duties duties,
            Clock clock,
            @Value("${bansho.numbers.intake.batch-size}") int batchSize) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.sources = sources;
        this.linkage = linkage;
        this.vault = vault;
        this.keys = keys;
        this.facts = facts;
        this.duties = duties;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /// Registers a file from its first row.
    ///
    /// @throws jp.bansho.numbers.job.JobRefused if the file cannot be read or was met before
    public JobSheet run(IntakeOrder order, Progress progress) {
        if (Files.isDirectory(order.file())) {
            throw new JobRefused(
                    JobRefused.Reason.PARCEL,
                    "parcels are taken in by: bansho numbers media take-in / 媒体は bansho numbers media take-in で取り込みます");
        }
        return started(order, progress);
    }

    /// Registers the file in a parcel whose opening stands in the ledger of media (M3, N4).
    ///
    /// @param opening proof that it was registered by two people and may be opened
    public JobSheet run(IntakeOrder order, Opening opening, Progress progress) {
        Objects.requireNonNull(opening);
        return started(order, progress);
    }

    private JobSheet started(IntakeOrder order, Progress progress) {
        var scope = order.actor().scopeOf(order.association());
        transactions.read(scope, connection -> linkage.association(connection, order.association()));
        if (order.deadline() != null && !facts.plausibleForFile(order.deadline())) {
            throw new StaffRefused(
                    "the submission deadline of a file is a day of this year, the last or the next",
                    "ファイルの提出期限は、今年か前後1年の日にしてください");
        }
        var duty = duty(order);
        return held(scope, connection -> {
            var options = new BatchOptions(batchSize(scope, order.file()), order.deadline(), duty);
            var job = jobs.start(
                    new JobOrder(
                            order.kind(),
                            order.actor(),
                            order.purpose(),
                            scope,
                            order.association(),
                            order.file().toAbsolutePath().normalize(),
                            null,
                            options.text(),
                            word(order.kind())),
                    order.again(),
                    progress);
            progress.begun(job.id());
            return work(connection, order.actor(), scope, job, progress);
        });
    }

    /// Goes on with a job that stopped.
    ///
    /// @throws jp.bansho.numbers.job.JobRefused if it is finished, or its file changed meanwhile
    public JobSheet resume(Actor actor, int association, long job, Progress progress) {
        var scope = actor.scopeOf(association);
        return held(scope, connection -> {
            var taken = jobs.resume(actor, scope, job, progress);
            progress.begun(job);
            return work(connection, actor, scope, taken, progress);
        });
    }

    /// The rows of a job that were not simply registered, by line; that they were shown is on record.
    public List<Finding> findings(Actor actor, int association, long job, int most) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var found = IntakeTable.findings(connection, job, most);
            var entry =
                    new Entry(actor.stamp(association, null, null, job), new IntakeEvent.FindingsShown(found.size()));
            return new Recorded<>(found, List.of(entry));
        });
    }

    /// How much waits for people, by reason; nobody is named, so nothing is recorded.
    public Map<WorkItem.Reason, Long> openCounts(Connection connection) throws SQLException {
        return IntakeTable.openCounts(connection);
    }

    /// What waits for a person, oldest first; that it was shown is on record.
    public List<OpenWork> openWork(Actor actor, int association, int most) {
        return openWork(actor, association, null, most);
    }

    /// As [#openWork(Actor, int, int)], for one reason; null for all.
    public List<OpenWork> openWork(Actor actor, int association, WorkItem.@Nullable Reason reason, int most) {
        return transactions.recorded(actor.scopeOf(association), connection -> {
            var found = IntakeTable.openWork(connection, reason, most);
            var entry =
                    new Entry(actor.stamp(association, null, null, null), new IntakeEvent.WorkListShown(found.size()));
            return new Recorded<>(found, List.of(entry));
        });
    }

    /// Runs with the association to itself, on a connection of its own.
    private JobSheet held(Scope.Association scope, Transactions.Work<JobSheet> work) {
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, scope.code())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private JobSheet work(Connection connection, Actor actor, Scope.Association scope, Job job, Progress progress)
            throws SQLException {
        var began = System.nanoTime();
        try {
            vault.rebuildIndex(actor, scope.code());
            var association = transactions.read(scope, c -> linkage.association(c, scope.code()));
            var cursor = transactions.read(scope, c -> jobs.cursor(c, job));
            var empty = transactions.read(scope, linkage::extent).people() == 0;
            var options = BatchOptions.of(job);
            var duty = options.duty();
            var rules = duty == null ? null : transactions.read(scope, duties::rules);
            var work =
                    new BatchWork(transactions, jobs, linkage, facts, clock, actor, scope, job, options, duties, rules);
            try (var source = new SourceFile(sources.of(job.source()), cursor, rows(job, association, rules));
                    var ahead = new ReadAhead(
                            source,
                            options.batchSize(),
                            vault.open(scope.code()),
                            (open, batch) -> empty && !work.met() ? Known.nothing() : lookUp(scope, open, batch))) {
                var open = vault.open(scope.code());
                var number = cursor.batch();
                var before = Known.nothing();
                for (var next = ahead.next(); next != null; next = ahead.next()) {
                    next.known().takeOver(before, next.batch());
                    before = work.commit(connection, open, number++, next.batch(), next.known());
                    var rows = next.batch().batch();
                    progress.at(rows.firstLine() + rows.rows().size() - 1, rows.nextOffset(), job.bytes());
                }
            }
            if (duty != null) {
                transactions.recorded(scope, c -> new Recorded<>(duty, duties.finished(c, actor, job, duty)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the source file could not be read to its end", e);
        }
        return jobs.finish(actor, scope, job, (System.nanoTime() - began) / 1e9, RowOutcome.words(), true);
    }

    private int batchSize(Scope scope, Path file) {
        var people = transactions.read(scope, linkage::extent).people() + length(file) / BYTES_OF_A_ROW;
        return people > MANY_PEOPLE ? 4 * batchSize : batchSize;
    }

    /// A file that is not there is refused in a moment, by name.
    private long length(Path file) {
        try {
            return sources.of(file).bytes();
        } catch (IOException | ParcelRefused e) {
            return 0;
        }
    }

    private Known lookUp(Scope scope, OpenVault open, TaggedBatch batch) {
        return transactions.read(scope, connection -> Known.read(connection, linkage, open, facts, batch));
    }

    /// The round a file belongs to, which must be open.
    private @Nullable Duty duty(IntakeOrder order) {
        var duty = order.duty();
        if (order.kind() == JobKind.RESULTS && order.purpose() == Purpose.LIFE_STATUS) {
            duty = Duty.lifeStatus(ReferenceDay.of(sources.of(order.file()))
                    .orElseGet(() -> LocalDate.ofInstant(clock.instant(), JAPAN)));
        }
        if (duty == null) {
            return null;
        }
        var meant = duty;
        return transactions.read(order.actor().scopeOf(order.association()), connection -> {
            duties.admit(connection, meant);
            return meant;
        });
    }

    private RowReader rows(Job job, Association association, @Nullable ByRule rules) {
        return switch (job.kind()) {
            case RESULTS -> new ResultRows(association.userNumbers(), Marking.of(keys, association.code()), rules);
            case DEPENDANTS -> new DependantRows(association);
            case IDENTIFIERS -> new IdentifierRows(association);
            case WITHHOLDING, PAYMENT_REPORT -> throw new IllegalArgumentException("not a kind of intake");
        };
    }

    private static String word(JobKind kind) {
        return switch (kind) {
            case RESULTS -> ResultRows.LAYOUT;
            case DEPENDANTS -> DependantRows.LAYOUT;
            case IDENTIFIERS -> IdentifierRows.LAYOUT;
            case WITHHOLDING, PAYMENT_REPORT -> throw new IllegalArgumentException("not a kind of intake");
        };
    }
}
