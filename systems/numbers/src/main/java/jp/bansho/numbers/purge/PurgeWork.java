package jp.bansho.numbers.purge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.bansho.access.Member;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.DetailsPurged;
import jp.bansho.audit.Entry;
import jp.bansho.machine.StoreBroken;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.store.Scope;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Carries purges out, batch by batch: each batch is recorded first and purged in the same
/// transaction, together with how far the run is, so that a run that was killed goes on where it
/// was.
@Component
public class PurgeWork implements AutoCloseable {

    /// Small enough that nobody who records meanwhile waits long: the head of the chain is held for a batch.
    private static final int BATCH = 5_000;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("purge").factory());
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    PurgeWork(Transactions transactions, AuditTrail trail, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    boolean running(long id) {
        return running.contains(id);
    }

    /// Begins in the background; nothing happens if it runs already.
    void begin(Member member, long id) {
        if (running.add(id)) {
            worker.execute(() -> {
                try {
                    var more = true;
                    while (more && !Thread.currentThread().isInterrupted()) {
                        more = batch(member, id);
                    }
                } catch (RuntimeException e) {
                    LoggerFactory.getLogger(PurgeWork.class).warn("a purge broke off: {}", e.getClass());
                } finally {
                    running.remove(id);
                }
            });
        }
    }

    /// One batch in one transaction.
    ///
    /// @return true if there is more to do
    boolean batch(Member member, long id) {
        try (var connection = transactions.connection()) {
            connection.setAutoCommit(false);
            try {
                var more = batch(connection, member, id);
                connection.commit();
                return more;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private boolean batch(Connection connection, Member member, long id) throws SQLException {
        var desk = new Scope.Desk(member.organisation());
        Transactions.enter(connection, desk);
        var run = PurgeTable.one(connection, id, true).orElseThrow();
        if (!run.unfinished()) {
            return false;
        }
        Transactions.leave(connection);
        var due = PurgeTable.next(connection, run, member.association(), BATCH);
        if (due.records() == 0) {
            Transactions.enter(connection, desk);
            PurgeTable.finish(connection, id, clock.instant());
            Transactions.leave(connection);
            trail.append(
                    connection,
                    List.of(new Entry(
                            Purges.stamp(member),
                            new PurgeEvent.RecordPurgeFinished(run.application(), run.purged()))));
            return false;
        }
        Transactions.enter(connection, desk);
        PurgeTable.went(connection, id, due.lastSeq() + 1, due.records());
        Transactions.leave(connection);
        var said = new DetailsPurged(run.application(), run.before(), due.records(), run.nextSeq(), due.lastSeq());
        var head = trail.append(connection, List.of(new Entry(Purges.stamp(member), said)));
        PurgeTable.purge(connection, head.seq());
        return true;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
