package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The connection dies around the commit: nobody may have a result without its act and its record.
class BrokenCommitTest {

    private interface Commit {
        void commit(Connection connection) throws SQLException;
    }

    private final AuditDatabase database = new AuditDatabase();

    @BeforeEach
    void makeATableOfActs() {
        database.execute("create table act (id int); grant select, insert on act to bansho_app");
    }

    @Test
    void aConnectionKilledBeforeTheCommitIsReplacedAndTheActIsDoneOnce() throws SQLException {
        var first = new AtomicBoolean(true);
        var group = group(connection -> {
            if (first.getAndSet(false)) {
                kill(connection);
                // a lone act is not tried twice, so the caller hears of it and may come again
            }
            connection.commit();
        });
        assertThatThrownBy(() -> group.run(insert(1))).isInstanceOf(SQLException.class);
        assertThat(acts()).isZero();
        assertThat(group.run(insert(2))).isEqualTo(2);
        assertThat(acts()).isEqualTo(records()).isEqualTo(1);
    }

    @Test
    void aConnectionKilledAfterTheCommitStillGivesTheResult() throws SQLException {
        var group = group(connection -> {
            connection.commit();
            kill(connection);
            throw new SQLException("the answer was lost", "08006");
        });
        assertThat(group.run(insert(1))).isEqualTo(1);
        assertThat(acts()).isEqualTo(records()).isEqualTo(1);
    }

    @Test
    void ifTheDatabaseCannotBeAskedTheCallerHearsThatItIsUnknown() throws SQLException {
        var reachable = new AtomicBoolean(true);
        var whole = source(connection -> {
            connection.commit();
            reachable.set(false);
            throw new SQLException("the answer was lost", "08006");
        });
        var group = new GroupCommit(wrap(whole, connection -> connection, reachable), database.trail, 128);
        assertThatThrownBy(() -> group.run(insert(1)))
                .isInstanceOf(CommitUnknown.class)
                .hasMessageNotContaining("act 1");
        assertThat(acts()).isEqualTo(records()).isEqualTo(1);
        assertThatThrownBy(() -> group.run(insert(2)))
                .isInstanceOf(SQLException.class)
                .isNotInstanceOf(CommitUnknown.class);
        assertThat(acts()).isEqualTo(records()).isEqualTo(1);
    }

    @Test
    void aRandomKillerNeverPartsResultActAndRecord() throws Exception {
        var group = new GroupCommit(database.source(), database.trail, 128);
        var results = new ConcurrentSkipListSet<Integer>();
        var finished = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<?>>();
            for (int caller = 0; caller < 8; caller++) {
                int from = caller * 30;
                calls.add(threads.submit(() -> {
                    for (int id = from; id < from + 30; id++) {
                        try {
                            results.add(group.run(insert(id)));
                        } catch (SQLException e) {
                            assertThat(e.getMessage()).isNotBlank();
                        }
                    }
                    finished.countDown();
                }));
            }
            while (finished.getCount() > 0) {
                database.number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
            for (var call : calls) {
                call.get();
            }
        }
        results.add(group.run(insert(9_999)));
        assertThat(database.number("select count(*) from act where id = any(array" + results + "::int[])"))
                .isEqualTo(results.size());
        assertThat(database.number("select count(*) - count(distinct id) from act"))
                .isZero();
        assertThat(records()).isEqualTo(acts());
    }

    private GroupCommit group(Commit commit) {
        return new GroupCommit(source(commit), database.trail, 128);
    }

    private long acts() {
        return database.number("select count(*) from act");
    }

    private long records() {
        return database.number("select count(*) from audit.record");
    }

    private void kill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            database.number("select pg_terminate_backend(" + rows.getInt(1) + ", 5000)::int");
        }
    }

    private static Act<Integer> insert(int id) {
        return connection -> {
            try (var insert = connection.prepareStatement("insert into act (id) values (?)")) {
                insert.setInt(1, id);
                insert.executeUpdate();
            }
            return new Outcome<>(id, AuditDatabase.entries("act " + id));
        };
    }

    private interface Wrapper {
        Connection wrap(Connection connection);
    }

    private DataSource source(Commit commit) {
        return wrap(database.source(), connection -> committing(connection, commit), new AtomicBoolean(true));
    }

    private static Connection committing(Connection real, Commit commit) {
        return (Connection) Proxy.newProxyInstance(
                BrokenCommitTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit.commit(real);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static DataSource wrap(DataSource real, Wrapper wrapper, AtomicBoolean reachable) {
        return (DataSource) Proxy.newProxyInstance(
                BrokenCommitTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (!reachable.get()) {
                        throw new SQLException("no route", "08001");
                    }
                    return wrapper.wrap(real.getConnection());
                });
    }
}
