package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.layout.Layout;
import jp.bansho.layout.Layouts;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.job.Batch;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobOrder;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// The taxfile desk's front door, and the runbook of its jobs (N6).
///
/// It is on record that the federation's numbers are opened before the first one is; then the file
/// is written beside its place; then it is on record what it holds; then it is moved into place. A
/// job that is killed leaves no output and runs again from the start. A source with a rule
/// violation yields no output at all: what is wrong is reported by line and field and mended where
/// the file was cut, never replaced here.
@Component
public class TaxFiles {

    private static final String SOURCE = "nta-377-source";
    private static final String TARGET = "nta-377";

    private final Transactions transactions;
    private final Jobs jobs;
    private final NumberBook book;

    TaxFiles(Transactions transactions, Jobs jobs, NumberBook book) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.book = book;
    }

    /// Appends numbers to a withholding-slip file.
    ///
    /// @throws jp.bansho.numbers.staff.StaffRefused for everybody but the federation
    /// @throws jp.bansho.numbers.job.JobRefused     if a file is not as it must be
    public Appended append(AppendOrder order, Progress progress) {
        var scope = order.actor().federationScope();
        var options = "tax-year=" + order.taxYear() + (order.completeOnly() ? " complete-only" : "");
        var place = TargetFile.place(order.target());
        return held(connection -> {
            var job = jobs.start(
                    new JobOrder(
                            JobKind.WITHHOLDING,
                            order.actor(),
                            Purpose.WITHHOLDING_SLIP,
                            scope,
                            null,
                            order.source().toAbsolutePath().normalize(),
                            place,
                            options,
                            Layouts.find(SOURCE, order.taxYear()).id()),
                    order.again(),
                    progress);
            return work(connection, order.actor(), scope, job, progress);
        });
    }

    /// Runs a job again that was stopped.
    public Appended resume(Actor actor, long job, Progress progress) {
        var scope = actor.federationScope();
        return held(connection -> work(connection, actor, scope, jobs.resume(actor, scope, job, progress), progress));
    }

    /// All fields a job left empty and all rules its source broke, by line; that they were shown is on record.
    public Shortfall shortfall(Actor actor, long job) {
        var scope = actor.federationScope();
        return transactions.recorded(scope, connection -> {
            var found = TaxfileTable.shortfall(connection, job);
            var event = new TaxfileEvent.ShortfallShown(
                    found.missing().size(), found.violations().size());
            return new Recorded<>(found, List.of(new Entry(actor.stamp(null, null, null, job), event)));
        });
    }

    private Appended held(Transactions.Work<Appended> work) {
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, 0)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private Appended work(Connection connection, Actor actor, Scope.Federation scope, Job job, Progress progress)
            throws SQLException {
        var began = System.nanoTime();
        var options = JobOptions.of(job);
        var place = job.target();
        if (place == null) {
            throw new IllegalStateException("a tax file job without a target");
        }
        var target = TargetFile.at(place);
        try {
            record(actor, scope, job, new TaxfileEvent.NumbersOpened(options.taxYear()));
            var pass = pass(scope, job, options.taxYear(), target, progress);
            var delivered = pass.violationCount == 0 && (pass.missingCount == 0 || !options.completeOnly());
            if (delivered) {
                target.requireFree();
            }
            note(connection, actor, scope, job, pass, delivered);
            if (delivered) {
                target.deliver();
            } else {
                target.discard();
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            var sheet = jobs.finish(actor, scope, job, seconds, SlipOutcome.words(), delivered);
            return new Appended(sheet, first(pass.missing), first(pass.violations), delivered);
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be read or written to its end", e);
        }
    }

    private SlipPass pass(Scope.Federation scope, Job job, int taxYear, TargetFile target, Progress progress)
            throws IOException {
        try (var numbers = book.read(scope, progress);
                var in = Files.newInputStream(job.source());
                var out = target.open()) {
            var pass = new SlipPass(layout(SOURCE, taxYear), layout(TARGET, taxYear), numbers, book.userNumbers(scope));
            pass.run(in, out, progress, job.bytes());
            out.flush();
            target.force();
            return pass;
        } catch (IOException | RuntimeException | Error e) {
            target.discard();
            throw e;
        }
    }

    private void note(
            Connection connection, Actor actor, Scope.Federation scope, Job job, SlipPass pass, boolean delivered)
            throws SQLException {
        transactions.bulk(connection, scope, c -> {
            TaxfileTable.replace(c, job.id(), pass.missing, pass.violations);
            var line = 1L;
            for (var number = 1; number <= pass.outcomes.size(); number++) {
                var outcomes = pass.outcomes.get(number - 1);
                jobs.replace(c, job, new Batch(number, line, 0, outcomes));
                line += outcomes.length();
            }
            var event = new TaxfileEvent.FileAppended(
                    pass.slips, pass.filled, pass.missingCount, pass.violationCount, delivered);
            var stamp = actor.stamp(null, job.purpose(), null, job.id());
            return new Recorded<>(true, List.of(new Entry(stamp, event)));
        });
    }

    private void record(Actor actor, Scope.Federation scope, Job job, TaxfileEvent event) {
        var stamp = actor.stamp(null, job.purpose(), null, job.id());
        transactions.<Boolean>recorded(scope, connection -> new Recorded<>(true, List.of(new Entry(stamp, event))));
    }

    private static Layout layout(String id, int taxYear) {
        return Layouts.find(id, taxYear);
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), Appended.SHOWN)));
    }
}
