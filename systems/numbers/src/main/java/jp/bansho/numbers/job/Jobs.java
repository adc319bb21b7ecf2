package jp.bansho.numbers.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.Entry;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ParcelRefused;
import jp.bansho.numbers.job.JobRefused.Reason;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// The one job runner's ledger: begins jobs, recognises files, finds where to go on, ends jobs. Each step is on record
/// in the same transaction.
@Component
public class Jobs {

    private final Transactions transactions;
    private final Sources sources;
    private final Clock clock;

    Jobs(Transactions transactions, Sources sources, Clock clock) {
        this.transactions = transactions;
        this.sources = sources;
        this.clock = clock;
    }

    /// Begins a job.
    ///
    /// @param again run it although the very same file was worked off before
    /// @throws JobRefused if the file is missing, empty, or was met before
    public Job start(JobOrder order, boolean again, Progress progress) {
        var print = fingerprint(order.source(), progress);
        var bytes = size(order.source());
        return transactions.recorded(order.scope(), connection -> {
            var earlier =
                    JobTable.sameFile(connection, order.kind(), HexFormat.of().parseHex(print), order.association());
            if (earlier.isPresent() && (!earlier.get().finished() || !again)) {
                throw new JobRefused(
                        earlier.get().finished() ? Reason.SAME_FILE : Reason.UNFINISHED,
                        "job " + earlier.get().id());
            }
            var id = JobTable.add(connection, order, bytes, HexFormat.of().parseHex(print), clock.instant());
            var stamp = order.actor().stamp(order.association(), order.purpose(), null, id);
            var event = new JobEvent.JobStarted(order.kind().word(), bytes, order.layout(), again);
            return new Recorded<>(load(connection, id), List.of(new Entry(stamp, event)));
        });
    }

    /// How this installation recognises a file: hexadecimal, of no use without its key.
    ///
    /// @throws JobRefused if the file cannot be read
    public String recognise(Path file) {
        return fingerprint(file, Progress.SILENT);
    }

    /// Takes up a job that stopped: proves that the source is still the same file and records it.
    ///
    /// @throws JobRefused if the job is finished, unknown to this scope, or its source changed
    public Job resume(Actor actor, Scope scope, long id, Progress progress) {
        var known = transactions.read(scope, connection -> load(connection, id));
        if (!known.state().equals("running")) {
            throw new JobRefused(Reason.FINISHED_ALREADY, "job " + id);
        }
        if (!fingerprint(known.source(), progress).equals(known.fingerprint())) {
            throw new JobRefused(Reason.SOURCE_CHANGED, known.sourceName());
        }
        return transactions.recorded(scope, connection -> {
            var stamp = actor.stamp(known.association(), known.purpose(), null, id);
            var line = BatchTable.cursor(connection, id).line();
            return new Recorded<>(
                    known,
                    List.of(new Entry(
                            stamp, new JobEvent.JobResumed(known.kind().word(), line))));
        });
    }

    /// The job of that number, if the scope may see it.
    public Job load(Connection connection, long id) throws SQLException {
        return JobTable.byId(connection, id).orElseThrow(() -> new JobRefused(Reason.NO_SUCH_JOB, "job " + id));
    }

    /// Where the job goes on.
    public Cursor cursor(Connection connection, Job job) throws SQLException {
        return BatchTable.cursor(connection, job.id());
    }

    /// Notes a batch as worked off, in the transaction that works it off.
    public void note(Connection connection, Job job, Batch batch) throws SQLException {
        BatchTable.add(connection, job.id(), batch, clock.instant());
    }

    /// Notes a batch of a job that runs as a whole, in place of what an earlier attempt noted.
    public void replace(Connection connection, Job job, Batch batch) throws SQLException {
        if (batch.number() == 1) {
            BatchTable.clear(connection, job.id());
        }
        note(connection, job, batch);
    }

    /// Ends a job and gives its sheet.
    ///
    /// @param words the outcome words by code, for the counts
    /// @param done  false if the job led to no result and may be ordered again with the same file
    public JobSheet finish(
            Actor actor, Scope scope, Job job, double busySeconds, Map<Integer, String> words, boolean done) {
        return transactions.recorded(scope, connection -> {
            JobTable.end(connection, job.id(), done ? "finished" : "refused", clock.instant(), busySeconds);
            var sheet = JobSheet.of(load(connection, job.id()), BatchTable.counts(connection, job.id()), words);
            var stamp = actor.stamp(job.association(), job.purpose(), null, job.id());
            var event = new JobEvent.JobFinished(job.kind().word(), sheet.lines(), sheet.countWords());
            return new Recorded<>(sheet, List.of(new Entry(stamp, event)));
        });
    }

    /// The sheet of a job as far as it got.
    ///
    /// @param words the outcome words by code, for the counts
    public JobSheet sheet(Connection connection, Job job, Map<Integer, String> words) throws SQLException {
        return JobSheet.of(job, BatchTable.counts(connection, job.id()), words);
    }

    /// How many jobs of each kind are in which state, since a moment.
    public List<JobTally> tally(Connection connection, Instant since) throws SQLException {
        return JobTable.tally(connection, since);
    }

    /// Jobs that began and did not end: at work, or stopped.
    public List<Job> unfinished(Connection connection) throws SQLException {
        return JobTable.unfinished(connection);
    }

    /// Whether some process is at work for that association; a job that is unfinished while none is has stopped.
    public boolean atWork(Connection connection, int association) throws SQLException {
        var sql = """
                select exists (
                       select from pg_locks
                        where locktype = 'advisory' and classid = 771002 and objid = ? and granted
                          and database = (select oid from pg_database where datname = current_database()))
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// The newest jobs of a scope.
    public List<Job> newest(Scope scope, int most) {
        return transactions.read(scope, connection -> newest(connection, most));
    }

    /// As [#newest(Scope, int)], in the caller's scope.
    public List<Job> newest(Connection connection, int most) throws SQLException {
        return JobTable.newest(connection, most);
    }

    /// Keeps others away from all jobs of an association (0: of the federation) until it is closed; a killed
    /// process lets go by itself. Taken before a job is begun, so that a refused order leaves no trace of a job.
    /// The connection goes back to the pool afterwards, so letting go must not wait for its end.
    ///
    /// @throws JobRefused if somebody else is at work
    public Held lock(Connection connection, int association) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(771002, ?)")) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new JobRefused(Reason.RUNNING_ELSEWHERE, "");
                }
                waitForSingleActs(connection, association);
                return () -> release(connection);
            }
        }
    }

    /// Single acts under way end before the job begins; they take an instant.
    private static void waitForSingleActs(Connection connection, int association) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_lock(771003, ?)")) {
            statement.setInt(1, association);
            statement.execute();
        }
    }

    /// Keeps jobs of the association away until the caller's transaction ends: a job writes people
    /// as it read them, and a change made in between would be lost.
    ///
    /// @return false if a job is running
    public boolean keepAway(Connection connection, int association) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock_shared(771003, ?)")) {
            statement.setInt(1, association);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /// Work that nobody else can do at the same time.
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static void release(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    private String fingerprint(Path file, Progress progress) {
        try {
            return sources.of(file).fingerprint(progress);
        } catch (ParcelRefused refused) {
            throw new JobRefused(Reason.PARCEL, refused.reason().word() + ": " + refused.getMessage());
        } catch (IOException e) {
            throw new JobRefused(Reason.SOURCE_MISSING, String.valueOf(file.getFileName()));
        }
    }

    private long size(Path file) {
        try {
            var bytes = sources.of(file).bytes();
            if (bytes == 0) {
                throw new JobRefused(Reason.EMPTY_SOURCE, String.valueOf(file.getFileName()));
            }
            return bytes;
        } catch (IOException e) {
            throw new JobRefused(Reason.SOURCE_MISSING, String.valueOf(file.getFileName()));
        }
    }
}
