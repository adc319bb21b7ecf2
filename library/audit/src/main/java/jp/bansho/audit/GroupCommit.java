package jp.bansho.audit;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Lets callers who meet share one transaction, so that the record does not halve the speed.
///
/// Acts are queued. One leader at a time takes what is in the queue, performs the acts one after the other on
/// one connection, records them all at once, commits once, and only then releases the results. Meanwhile the
/// next callers gather. The leader is a fresh virtual thread that ends with the queue: no caller holds it, so
/// no caller's interrupt can break the connection of the others, and an idle instance holds nothing.
///
/// If an act, the record or the commit fails, everything is rolled back and each act is tried alone, so that
/// one caller's failure harms nobody else. If the connection breaks during the commit, the chain itself is
/// asked on another connection whether the commit took place. Only if that fails as well do the callers get
/// [CommitUnknown]: **a caller may see an exception although act and record were committed; nobody ever sees a
/// result without both.**
public final class GroupCommit {

    private final GroupTransaction transaction;
    private final int largest;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Ticket<?>> waiting = new ArrayDeque<>();
    private boolean led;

    /// @param largest how many acts may share a transaction, 128 for instance
    public GroupCommit(DataSource source, AuditTrail trail, int largest) {
        this(source, trail, largest, "");
    }

    /// Commits for acts that leave the session in a state of their own, a role for instance.
    ///
    /// @param between a statement that is run once a group before its entries are recorded; none if empty
    public GroupCommit(DataSource source, AuditTrail trail, int largest, String between) {
        if (largest < 1) {
            throw new IllegalArgumentException("a group has at least one act");
        }
        this.transaction = new GroupTransaction(source, trail, between);
        this.largest = largest;
    }

    /// Performs the act and records it, and returns once both are committed.
    ///
    /// An interrupt neither cancels the act nor ends the waiting; it stays set. Acts may wait for each other
    /// only through the database: calling `run` inside an act would wait for ever.
    ///
    /// @throws SQLException whatever the act or the database threw, as the act's own; nothing was
    ///     done then, except perhaps after [CommitUnknown]
    public <T extends @Nullable Object> T run(Act<T> act) throws SQLException {
        var ticket = new Ticket<>(act);
        lock.lock();
        try {
            waiting.add(ticket);
            if (!led) {
                Thread.ofVirtual().name("audit-group-commit").start(this::lead);
                led = true;
            }
        } catch (Throwable e) {
            waiting.remove(ticket);
            throw e;
        } finally {
            lock.unlock();
        }
        return ticket.await();
    }

    /// How many callers are in the queue, not counting the group that is being committed; a figure for metrics.
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        for (var group = next(); !group.isEmpty(); group = next()) {
            try {
                together(group);
            } catch (Throwable e) {
                // whatever it was, it may not leave callers waiting; tickets that have their reply keep it
                group.forEach(ticket -> ticket.fail(e));
            }
        }
    }

    private List<Ticket<?>> next() {
        lock.lock();
        try {
            var group = new ArrayList<Ticket<?>>();
            while (group.size() < largest && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
            led = !group.isEmpty();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void together(List<Ticket<?>> group) {
        switch (transaction.attempt(group)) {
            case Attempt.Committed() -> group.forEach(Ticket::release);
            case Attempt.RolledBack(Throwable why)
            when group.size() == 1 -> group.getFirst().fail(why);
            case Attempt.RolledBack(Throwable _) -> group.forEach(ticket -> together(List.of(ticket)));
            case Attempt.Unreachable(SQLException why) ->
                group.forEach(ticket -> ticket.fail(new SQLException(why.getMessage(), why.getSQLState(), why)));
            case Attempt.Unknown(SQLException why) -> group.forEach(ticket -> ticket.fail(new CommitUnknown(why)));
        }
    }
}
