package jp.bansho.numbers.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.bansho.audit.Entry;
import jp.bansho.audit.Stamp;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The end of an upload (N5): a person confirms what the job made of the file, and that removes the file. First the
/// confirmation is on record, then the file goes, then its removal is on record; a crash between them is made good at
/// the next start.
@Component
public class UploadConfirmations {

    private static final int SHOWN = 50;

    private final Transactions transactions;
    private final Jobs jobs;
    private final Clock clock;

    UploadConfirmations(Transactions transactions, Jobs jobs, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// The newest uploads of an association, those that wait first.
    public List<Upload> newest(Actor actor, int association) {
        return transactions.read(actor.scopeOf(association), connection -> uploads(connection, null));
    }

    /// The upload of a job; empty if that job's file did not come through a terminal of this association.
    public Optional<Upload> find(Actor actor, int association, long job) {
        return transactions.read(actor.scopeOf(association), connection -> uploads(connection, job)).stream()
                .findFirst();
    }

    /// Confirms the result of a finished upload and removes its source.
    ///
    /// @return false if there is nothing to confirm, or somebody has confirmed it
    public boolean confirm(Actor actor, int association, long job) {
        var scope = actor.scopeOf(association);
        var confirmed = transactions.recorded(scope, connection -> confirm(connection, actor, association, job));
        confirmed.ifPresent(upload -> remove(scope, actor, upload));
        return confirmed.isPresent();
    }

    private Recorded<Optional<Upload>> confirm(Connection connection, Actor actor, int association, long job)
            throws SQLException {
        var upload = uploads(connection, job).stream().filter(Upload::waits).findFirst();
        if (upload.isEmpty() || !UploadTable.confirm(connection, job, actor.name(), clock.instant())) {
            var stamp = actor.stamp(association, null, null, job);
            return new Recorded<>(Optional.empty(), List.of(new Entry(stamp, new IntakeEvent.ConfirmationRefused())));
        }
        var sheet = jobs.sheet(connection, upload.get().job(), RowOutcome.words());
        var event = new IntakeEvent.UploadConfirmed(sheet.lines(), countWords(sheet));
        return new Recorded<>(upload, List.of(new Entry(stamp(actor, upload.get()), event)));
    }

    /// Removes the source of a confirmed upload and records it.
    void remove(Scope scope, Actor actor, Upload upload) {
        try {
            Files.deleteIfExists(upload.job().source());
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file could not be removed", e);
        }
        transactions.recorded(scope, connection -> {
            UploadTable.deleted(connection, upload.job().id(), clock.instant());
            var event = new IntakeEvent.SourceDeleted("confirmed");
            return new Recorded<>(upload, List.of(new Entry(stamp(actor, upload), event)));
        });
    }

    /// The uploads of the scope.
    ///
    /// @param job this one alone; null for all
    List<Upload> uploads(Connection connection, @Nullable Long job) throws SQLException {
        return with(connection, UploadTable.newest(connection, job, SHOWN));
    }

    /// All uploads of the scope whose source is still there, as far as is known.
    List<Upload> kept(Connection connection) throws SQLException {
        return with(connection, UploadTable.kept(connection));
    }

    private List<Upload> with(Connection connection, List<UploadTable.Row> rows) throws SQLException {
        var found = new ArrayList<Upload>();
        for (var row : rows) {
            found.add(new Upload(
                    jobs.load(connection, row.job()),
                    row.receivedBy(),
                    row.receivedAt(),
                    row.confirmedBy(),
                    row.confirmedAt(),
                    row.deletedAt()));
        }
        return found;
    }

    private static Stamp stamp(Actor actor, Upload upload) {
        var job = upload.job();
        return actor.stamp(job.association(), job.purpose(), null, job.id());
    }

    private static List<String> countWords(JobSheet sheet) {
        return sheet.counts().entrySet().stream()
                .map(count -> count.getKey() + "=" + count.getValue())
                .toList();
    }
}
