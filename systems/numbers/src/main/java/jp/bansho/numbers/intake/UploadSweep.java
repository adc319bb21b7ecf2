package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Home;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Before the terminals are used: what a crash left in the folder of uploads and belongs to no job goes, and so does
/// what was confirmed and not removed in time. A file whose job stopped stays for whoever resumes it.
@Component
@Lazy(false)
@ConditionalOnWebApplication
class UploadSweep {

    private static final Actor MACHINE = new Actor("machine", Role.OPERATOR, 0);

    private final Home home;
    private final Transactions transactions;
    private final Organisations organisations;
    private final Jobs jobs;
    private final UploadConfirmations confirmations;

    UploadSweep(
            Home home,
            Transactions transactions,
            Organisations organisations,
            Jobs jobs,
            UploadConfirmations confirmations) {
        this.home = home;
        this.transactions = transactions;
        this.organisations = organisations;
        this.jobs = jobs;
        this.confirmations = confirmations;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        var wanted = new HashSet<Path>();
        for (var association : organisations.associations().keySet()) {
            var scope = new Scope.Association(association);
            for (var upload : transactions.read(scope, confirmations::kept)) {
                if (upload.confirmedBy() == null) {
                    wanted.add(upload.job().source());
                } else {
                    confirmations.remove(scope, MACHINE, upload);
                }
            }
            transactions.read(scope, jobs::unfinished).forEach(job -> wanted.add(job.source()));
        }
        removeAllBut(wanted);
    }

    private void removeAllBut(Set<Path> wanted) {
        if (!Files.isDirectory(home.uploads())) {
            return;
        }
        try (var files = Files.list(home.uploads())) {
            for (var file : files.map(path -> path.toAbsolutePath().normalize()).toList()) {
                if (!wanted.contains(file)) {
                    Files.deleteIfExists(file);
                    record();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of uploads could not be swept", e);
        }
    }

    private void record() {
        var event = new IntakeEvent.SourceDeleted("left-over");
        var stamp = new Stamp(Actor.SYSTEM, MACHINE.name(), MACHINE.capacity(), null, null, null, null);
        transactions.recorded(new Scope.Operator(), _ -> new Recorded<>(event, List.of(new Entry(stamp, event))));
    }
}
