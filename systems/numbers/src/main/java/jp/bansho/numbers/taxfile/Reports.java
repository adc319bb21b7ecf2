package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.access.Answer;
import jp.bansho.access.Organisation;
import jp.bansho.access.approval.Application;
import jp.bansho.access.approval.ApprovalKind;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Progress;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Reason;
import jp.bansho.media.ledger.Approved;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.numbers.job.Job;
import jp.bansho.numbers.job.JobOrder;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.ApprovalDesk;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door of the files that leave (N6, N7, M1–M3): an approved preview becomes a parcel,
/// once.
///
/// The approval is used up and the parcel is begun in one commit. Then the source is read, checked,
/// filled and sealed in one pass, and the parcel becomes whole in the commit that says so. Killed
/// before it, there is no parcel; [#resume] begins the pass again from its start.
@Component
public class Reports {

    /// The medium's fault: the approval holds, and once there is room the writing is taken up.
    private static final Set<String> NO_ROOM = Set.of(Reason.DISC_FULL.word(), Reason.CANNOT_WRITE.word());

    private final Transactions transactions;
    private final Jobs jobs;
    private final ReportReading reading;
    private final Previews previews;
    private final ApprovalDesk approvals;
    private final Clock clock;

    Reports(
            Transactions transactions,
            Jobs jobs,
            ReportReading reading,
            Previews previews,
            ApprovalDesk approvals,
            Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.reading = reading;
        this.previews = previews;
        this.approvals = approvals;
        this.clock = clock;
    }

    private record Begun(Output output, Label label) {}

    /// Executes an approved preview.
    ///
    /// @param witness second person at the medium
    /// @param outbox  an existing folder on it; the parcel's folder in it bears the parcel's number
    /// @throws jp.bansho.access.AccessRefused if it is not approved for exactly this, or was
    ///     executed before
    public Output write(Actor actor, @Nullable Actor witness, long id, Path outbox, Progress progress) {
        var scope = actor.federationScope();
        var people = two(actor, witness);
        var preview = previews.one(actor, id);
        return held(connection -> {
            var application = preview.application();
            var known = application == null
                    ? Optional.<Output>empty()
                    : transactions.read(scope, c -> OutputTable.under(c, application));
            var begun = known.isPresent() && known.get().manifest() == null
                    ? again(actor, people, known.get())
                    : begin(actor, people, preview, outbox.toAbsolutePath().normalize());
            return work(connection, actor, people, begun, progress);
        });
    }

    /// Takes up an output whose writing was killed, from the start of its pass. If it was killed
    /// when the parcel was whole and on record, only its job is ended.
    public Output resume(Actor actor, @Nullable Actor witness, long output, Progress progress) {
        var scope = actor.federationScope();
        var people = two(actor, witness);
        return held(connection -> {
            var known = transactions.read(scope, c -> find(c, output));
            if (known.manifest() != null) {
                return ended(actor, scope, known);
            }
            return work(connection, actor, people, again(actor, people, known), progress);
        });
    }

    private Output ended(Actor actor, Scope.Federation scope, Output output) {
        var id = output.job();
        if (id != null) {
            var job = transactions.read(scope, c -> jobs.load(c, id));
            if (job.state().equals("running")) {
                jobs.finish(actor, scope, job, 0, SlipOutcome.words(), true);
                return output;
            }
        }
        throw TaxfileRefused.state("the output is whole", "出力は完了しています");
    }

    private Begun begin(Actor actor, TwoPeople people, Preview preview, Path outbox) {
        var sending = preview.sending();
        var application = preview.application();
        if (sending == null || application == null) {
            throw TaxfileRefused.state("apply for it first", "先に申請してください");
        }
        if (!Files.isDirectory(outbox) || !Files.isWritable(outbox)) {
            throw new TaxfileRefused(
                    "outbox", "the folder of the medium is not there or cannot be written", "媒体のフォルダがないか、書き込めません");
        }
        if (reading.keys().recipient(sending.recipient()).isEmpty()) {
            throw new TaxfileRefused(
                    "unknown-recipient", "no certificate of the recipient is known", "提出先の証明書が登録されていません");
        }
        return transactions
                .<Answer<Begun>>recorded(actor.federationScope(), c -> {
                    var answer = approvals.executeByCommand(
                            c,
                            actor.stamp(null, preview.report().purpose(), null, null),
                            Organisation.FEDERATION,
                            application,
                            ApprovalKind.TAX_FILE,
                            sending.payload(preview));
                    return switch (answer) {
                        case Answer.Refused<Application>(var refusal, var entries) ->
                            new Recorded<>(new Answer.Refused<>(refusal, entries), entries);
                        case Answer.Done<Application>(var approved, var entries) -> {
                            var all = new ArrayList<>(entries);
                            var begun = begin(c, actor, people, preview, approved, outbox, all);
                            yield new Recorded<>(new Answer.Done<>(begun, all), all);
                        }
                    };
                })
                .value();
    }

    private Begun begin(
            Connection c,
            Actor actor,
            TwoPeople people,
            Preview preview,
            Application approved,
            Path outbox,
            List<Entry> entries)
            throws SQLException {
        var sending = java.util.Objects.requireNonNull(preview.sending());
        var label = label(
                c,
                people,
                preview,
                sending,
                new Approved(
                        approved.id(),
                        approved.applicant(),
                        String.valueOf(approved.decidedBy()),
                        sending.order(preview.report()).payloadHash()),
                entries);
        Transactions.enter(c, actor.federationScope());
        var parcel = label.number().text();
        var draft = new Output(
                0,
                preview,
                null,
                approved.id(),
                approved.applicant(),
                String.valueOf(approved.decidedBy()),
                sending,
                parcel,
                outbox.resolve(parcel),
                actor.name(),
                people.witness().account(),
                null,
                null,
                Figures.NONE,
                0,
                List.of());
        var id = OutputTable.begin(c, draft, clock.instant());
        entries.add(Previews.entry(
                actor,
                preview.report(),
                new TaxfileEvent.ReportOrdered(
                        preview.id(),
                        id,
                        approved.id(),
                        parcel,
                        sending.recipient(),
                        sending.medium(),
                        people.witness().account())));
        return new Begun(find(c, id), label);
    }

    private Label label(
            Connection c, TwoPeople people, Preview preview, Sending sending, Approved approved, List<Entry> entries)
            throws SQLException {
        Transactions.enter(c, new Scope.Media(0));
        var ledger = reading.ledger();
        var known = ledger.medium(c, Actor.SYSTEM, sending.medium());
        long medium;
        if (known.isPresent()) {
            medium = known.get().id();
        } else {
            var entered = ledger.enter(c, people.doer(), sending.medium(), MediumKind.DISC, sending.medium());
            entries.addAll(entered.entries());
            medium = entered.value().id();
        }
        var begun = ledger.outgoing().begin(c, people, medium, sending.order(preview.report()), approved);
        entries.addAll(begun.entries());
        return begun.value();
    }

    private Begun again(Actor actor, TwoPeople people, Output known) {
        var approved = new Approved(
                known.application(),
                known.applicant(),
                known.approver(),
                known.sending().order(known.preview().report()).payloadHash());
        var label = transactions.recorded(actor.federationScope(), c -> {
            var entries = new ArrayList<Entry>();
            return new Recorded<>(label(c, people, known.preview(), known.sending(), approved, entries), entries);
        });
        return new Begun(known, label);
    }

    private Output work(Connection connection, Actor actor, TwoPeople people, Begun begun, Progress progress)
            throws SQLException {
        var scope = actor.federationScope();
        var began = System.nanoTime();
        var output = begun.output();
        var job = job(actor, scope, output, progress);
        try {
            removeLeft(output.folder());
            var parcel =
                    reading.source(output.preview().source(), output.preview().report());
            if (!parcel.manifestHash().equals(output.preview().sourceHash())) {
                throw TaxfileRefused.previewChanged();
            }
            reading.open(actor, parcel, job.id());
            var preview = output.preview();
            var late = transactions
                    .read(scope, c -> Previews.late(c, preview.mode(), preview.supplements(), preview.sourceHash()))
                    .orElse(null);
            var plan = new ReportReading.Plan(preview.report(), preview.taxYear(), preview.mode(), late, true);
            transactions.<Boolean>bulk(connection, scope, c -> {
                var writing = new ReportWriting(c, actor, people, begun.output(), job, clock);
                var entries = reading.read(
                        actor,
                        parcel,
                        plan,
                        job.id(),
                        progress,
                        (pass, complete) -> writing.run(pass, complete, begun.label(), reading, jobs));
                return new Recorded<>(true, entries);
            });
            jobs.finish(actor, scope, job, (System.nanoTime() - began) / 1e9, SlipOutcome.words(), true);
            return transactions.read(scope, c -> find(c, output.id()));
        } catch (TaxfileRefused refused) {
            stopped(actor, scope, people, output, job, began, refused);
            throw refused;
        } catch (MediaRefused | ParcelRefused refused) {
            var named = refused instanceof ParcelRefused parcel
                    ? ReportReading.refused(parcel)
                    : new TaxfileRefused("media", String.valueOf(refused.getMessage()), "媒体管理簿が受け付けません");
            stopped(actor, scope, people, output, job, began, named);
            throw named;
        }
    }

    private Job job(Actor actor, Scope.Federation scope, Output output, Progress progress) throws SQLException {
        if (output.job() != null) {
            return jobs.resume(actor, scope, output.job(), progress);
        }
        var preview = output.preview();
        var job = jobs.start(
                new JobOrder(
                        preview.report().kind(),
                        actor,
                        preview.report().purpose(),
                        scope,
                        null,
                        preview.source(),
                        output.folder(),
                        "output=" + output.id(),
                        preview.report().source()),
                true,
                progress);
        var stamp = actor.stamp(null, preview.report().purpose(), null, job.id());
        transactions.recorded(scope, c -> {
            OutputTable.job(c, output.id(), job.id());
            return new Recorded<>(
                    true, List.of(new Entry(stamp, new TaxfileEvent.ReportBegun(output.id(), preview.id()))));
        });
        return job;
    }

    /// Ends a job that led to nothing; its approval is used up, and its parcel given up, unless it is
    /// the medium's fault.
    private void stopped(
            Actor actor,
            Scope.Federation scope,
            TwoPeople people,
            Output output,
            Job job,
            long began,
            TaxfileRefused refused) {
        previews.refusedOnRecord(actor, "write", refused, output.preview().id());
        if (NO_ROOM.contains(refused.reason())) {
            return;
        }
        jobs.finish(actor, scope, job, (System.nanoTime() - began) / 1e9, SlipOutcome.words(), false);
        transactions.recorded(new Scope.Media(0), c -> {
            var answer = reading.ledger()
                    .outgoing()
                    .abandon(c, people.doer(), new ParcelNumber(output.parcel()), refused.reason());
            return new Recorded<>(answer, answer.entries());
        });
    }

    /// What an attempt that was killed left on the medium: it was never recorded as whole, so it
    /// never was.
    private static void removeLeft(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("what a killed attempt left cannot be removed", e);
        }
    }

    private <T> T held(Transactions.Work<T> work) {
        try (var connection = transactions.connection();
                var _ = jobs.lock(connection, 0)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    static Output find(Connection connection, long id) throws SQLException {
        return OutputTable.one(connection, id)
                .orElseThrow(() -> new TaxfileRefused("no-such-output", "there is no such output", "その提出ファイルはありません"));
    }

    static TwoPeople two(Actor doer, @Nullable Actor witness) {
        if (witness == null || witness.name().equals(doer.name())) {
            throw new TaxfileRefused(
                    "second-person-missing",
                    "work at a medium needs a second person: name another one with --with",
                    "媒体の取扱いは2人で行います。--with で別の立会者を指定してください");
        }
        return new TwoPeople(ReportReading.handle(doer), ReportReading.handle(witness));
    }
}
