package jp.bansho.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// One transaction for a group of acts: all of them, their records, one commit; or nothing.
final class GroupTransaction {

    private final String between;
    private final DataSource source;
    private final AuditTrail trail;

    GroupTransaction(DataSource source, AuditTrail trail, String between) {
        this.between = between;
        this.source = source;
        this.trail = trail;
    }

    Attempt attempt(List<Ticket<?>> group) {
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            return new Attempt.Unreachable(e);
        }
        try {
            return attempt(group, connection);
        } finally {
            giveBack(connection);
        }
    }

    private Attempt attempt(List<Ticket<?>> group, Connection connection) {
        SignedHead head;
        try {
            connection.setAutoCommit(false);
            var lent = LentConnection.of(connection);
            var entries = new ArrayList<Entry>();
            for (var ticket : group) {
                entries.addAll(ticket.perform(lent));
            }
            if (!between.isEmpty()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(between);
                }
            }
            head = trail.append(connection, entries);
        } catch (Throwable e) {
            return rollBack(connection, e);
        }
        try {
            connection.commit();
            return new Attempt.Committed();
        } catch (SQLException e) {
            rollBack(connection, e);
            return settle(head, e);
        } catch (RuntimeException e) {
            rollBack(connection, e);
            return settle(head, new SQLException("the commit failed", e));
        }
    }

    /// Asks the chain whether the commit took place: if the last hash of the group is in it, it did.
    private Attempt settle(SignedHead head, SQLException why) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean recorded = AuditTrail.recorded(connection, head);
            connection.rollback();
            return recorded ? new Attempt.Committed() : new Attempt.RolledBack(why);
        } catch (SQLException e) {
            why.addSuppressed(e);
            return new Attempt.Unknown(why);
        }
    }

    private static Attempt rollBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // a connection that cannot roll back is broken, and the server rolls back when it is gone
            why.addSuppressed(e);
        }
        return new Attempt.RolledBack(why);
    }

    private static void giveBack(Connection connection) {
        try (connection) {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the outcome is settled already; a broken connection changes nothing about it
            return;
        }
    }
}
