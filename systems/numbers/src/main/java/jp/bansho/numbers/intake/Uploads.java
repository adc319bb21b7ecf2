package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jp.bansho.audit.AuditEvent;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.intake.Taken.Refused;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.NumberAct;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.PurposeDecision;
import jp.bansho.numbers.staff.PurposeTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Dependants files that come through a terminal (N5): looked through, then registered by a job in the background. What
/// is refused is removed at once; what is taken stays until [UploadConfirmations] lets it go.
@Component
public class Uploads {

    private static final Purpose PURPOSE = Purpose.DEPENDANTS_DECLARATION;

    private final Transactions transactions;
    private final Intake intake;
    private final RunningJobs running;
    private final PurposeTable purposes;
    private final Clock clock;

    Uploads(Transactions transactions, Intake intake, RunningJobs running, PurposeTable purposes, Clock clock) {
        this.transactions = transactions;
        this.intake = intake;
        this.running = running;
        this.purposes = purposes;
        this.clock = clock;
    }

    /// As [#take(Actor, String, int, Path, LocalDate)], for a file whose deadlines are recorded one by one.
    public Taken take(Actor actor, String department, int association, Path file) {
        return take(actor, department, association, file, null);
    }

    /// Takes a file, which belongs to this desk from now on: it is kept for its job, or gone.
    ///
    /// @param department where the actor works; the table of purposes asks for it
    /// @param deadline   提出期限 of the declarations in the file; null if it is recorded one by one
    public Taken take(Actor actor, String department, int association, Path file, @Nullable LocalDate deadline) {
        var purpose = decide(department);
        var begun = new AtomicBoolean();
        Taken taken;
        try {
            taken = purpose instanceof PurposeDecision.Refused
                    ? new Refused(UploadRefusal.PURPOSE)
                    : looked(actor, purpose, association, file, deadline, begun);
        } catch (RuntimeException broken) {
            if (!begun.get()) {
                delete(file);
            }
            throw broken;
        }
        if (taken instanceof Refused(var why, var line, var _)) {
            delete(file);
            record(actor, purpose, association, null, new IntakeEvent.UploadRefused(why.word(), line));
        }
        return taken;
    }

    /// Records that a file was not taken which never reached the desk.
    public void refuse(Actor actor, String department, int association, UploadRefusal why) {
        record(actor, decide(department), association, null, new IntakeEvent.UploadRefused(why.word(), 0));
    }

    /// Goes on with an upload whose job stopped; the file is kept whatever comes of it.
    public Taken resume(Actor actor, String department, int association, long job) {
        var purpose = decide(department);
        var taken = purpose instanceof PurposeDecision.Refused
                ? new Refused(UploadRefusal.PURPOSE)
                : run(
                        begun -> note(actor, purpose, association, begun, 0),
                        progress -> intake.resume(actor, association, job, progress));
        if (taken instanceof Refused(var why, var _, var _)) {
            record(actor, purpose, association, job, new IntakeEvent.UploadRefused(why.word(), 0));
        }
        return taken;
    }

    private Taken looked(
            Actor actor,
            PurposeDecision purpose,
            int association,
            Path file,
            @Nullable LocalDate deadline,
            AtomicBoolean begun) {
        try {
            var bytes = Files.size(file);
            if (bytes == 0) {
                return new Refused(UploadRefusal.EMPTY);
            }
            var wrong = UploadCheck.look(file);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            var order = new IntakeOrder(JobKind.DEPENDANTS, actor, PURPOSE, association, file, false, deadline);
            return run(
                    job -> {
                        begun.set(true);
                        note(actor, purpose, association, job, bytes);
                    },
                    progress -> intake.run(order, progress));
        } catch (IOException e) {
            return new Refused(UploadRefusal.SOURCE);
        }
    }

    private Taken run(LongConsumer onBegun, Consumer<Progress> work) {
        var started = running.start(onBegun, work);
        if (started.isEmpty()) {
            return new Refused(UploadRefusal.CROWDED);
        }
        try {
            return new Taken.Begun(started.get().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof JobRefused refused) {
                return new Refused(UploadRefusal.of(refused.reason()));
            }
            throw e.getCause() instanceof RuntimeException broken ? broken : e;
        }
    }

    /// A job that is taken up again has its row and its record.
    private void note(Actor actor, PurposeDecision purpose, int association, long job, long bytes) {
        var scope = actor.scopeOf(association);
        if (!transactions
                .read(scope, connection -> UploadTable.newest(connection, job, 1))
                .isEmpty()) {
            return;
        }
        transactions.recorded(scope, connection -> {
            UploadTable.add(connection, job, actor.name(), clock.instant());
            var event = new IntakeEvent.UploadTaken(bytes);
            return new Recorded<>(event, List.of(new Entry(stamp(actor, purpose, association, job), event)));
        });
    }

    private PurposeDecision decide(String department) {
        return purposes.decide(department, PURPOSE.word(), Kind.DEPENDANT.code(), NumberAct.REGISTER);
    }

    private void record(Actor actor, PurposeDecision purpose, int association, @Nullable Long job, AuditEvent event) {
        var entry = new Entry(stamp(actor, purpose, association, job), event);
        transactions.recorded(actor.scopeOf(association), _ -> new Recorded<>(event, List.of(entry)));
    }

    private static Stamp stamp(Actor actor, PurposeDecision purpose, int association, @Nullable Long job) {
        return new Stamp(Actor.SYSTEM, actor.name(), actor.capacity(), association, purpose.stamp(), null, job);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file could not be removed", e);
        }
    }
}
