package jp.bansho.machine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import jp.bansho.audit.Act;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.Entry;
import jp.bansho.audit.GroupCommit;
import jp.bansho.audit.Outcome;

/// Runs work in a scope. Three ways: unrecorded reads inside a larger act, single acts that share a commit with others,
/// and bulk acts with a transaction of their own. Whatever touches a person or a number uses one of the last two.
public final class Transactions {

    /// Gives up whatever scope the session is in.
    public static final String LEAVE = "set local role none";

    private final DataSource source;
    private final AuditTrail trail;
    private final GroupCommit commits;

    /// Transactions over that database; `commits` must [#LEAVE] before it writes the record.
    public Transactions(DataSource source, AuditTrail trail, GroupCommit commits) {
        this.source = source;
        this.trail = trail;
        this.commits = commits;
    }

    /// Work on an open connection that returns a value.
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// What an act yields: its value, and what must be on record before anybody gets it.
    public record Recorded<T>(T value, List<Entry> entries) {}

    /// A read that is part of a larger, recorded act.
    public <T> T read(WorkScope scope, Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                enter(connection, scope);
                var value = work.on(connection);
                connection.rollback();
                return value;
            } catch (SQLException | RuntimeException e) {
                forget(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// A small change that is no act of its own, such as noting that somebody is still at the terminal. Nothing about
    /// people or numbers may be changed this way.
    public <T> T write(WorkScope.Unrecorded scope, Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                enter(connection, scope);
                var value = work.on(connection);
                connection.commit();
                return value;
            } catch (SQLException | RuntimeException e) {
                forget(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// A connection that failed may be in the middle of a stream: nobody else may get it.
    private void forget(Connection connection) throws SQLException {
        if (source.isWrapperFor(HikariDataSource.class)) {
            source.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }

    /// A single act: its result is released only after its record is committed; callers at the same time share the
    /// commit.
    public <T> T recorded(WorkScope scope, Work<Recorded<T>> work) {
        Act<T> act = connection -> {
            enter(connection, scope);
            var recorded = work.on(connection);
            return new Outcome<>(recorded.value(), recorded.entries());
        };
        try {
            return commits.run(act);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// A look: reads only, on a connection of its own beside the others, and the answer is released
    /// only after its record is committed. What was read may be older than its record by the moment
    /// the commit takes, never unrecorded.
    public <T> T looked(WorkScope scope, Work<Recorded<T>> work) {
        var recorded = read(scope, work);
        try {
            commits.run(_ -> new Outcome<>(true, recorded.entries()));
            return recorded.value();
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// A bulk act in a transaction of its own, on a connection the caller keeps for the whole job.
    public <T> T bulk(Connection connection, WorkScope scope, Work<Recorded<T>> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            enter(connection, scope);
            var recorded = work.on(connection);
            leave(connection);
            trail.append(connection, recorded.entries());
            connection.commit();
            return recorded.value();
        } catch (SQLException | RuntimeException e) {
            undo(connection, e);
            throw e;
        }
    }

    /// One step of a change of keys whose beginning and end are on record: no act of its own, changes no person and no
    /// number.
    public <T> T step(Connection connection, WorkScope.Unrecorded scope, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            enter(connection, scope);
            var value = work.on(connection);
            connection.commit();
            return value;
        } catch (SQLException | RuntimeException e) {
            undo(connection, e);
            throw e;
        }
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e); // the server undoes by itself what a lost connection had begun
        }
    }

    /// A connection for a whole job.
    public Connection connection() throws SQLException {
        return source.getConnection();
    }

    /// Takes on a scope until the transaction ends.
    public static void enter(Connection connection, WorkScope scope) throws SQLException {
        execute(connection, scope.enter());
    }

    /// Gives the scope up before the transaction ends.
    public static void leave(Connection connection) throws SQLException {
        execute(connection, LEAVE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
