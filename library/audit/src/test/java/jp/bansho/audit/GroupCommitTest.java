package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final AuditDatabase database = new AuditDatabase();
    private final GroupCommit group = new GroupCommit(database.source(), database.trail, 128);

    @BeforeEach
    void makeATableOfActs() {
        database.execute("create table act (id int unique deferrable initially deferred, tx xid8 default"
                + " pg_current_xact_id()); grant select, insert on act to bansho_app");
    }

    @Test
    void callersWhoMeetShareTransactions() throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        for (int caller = 0; caller < 16; caller++) {
            int first = caller * 25;
            calls.add(() -> {
                for (int i = 0; i < 25; i++) {
                    assertThat(group.run(insert(first + i))).isEqualTo(first + i);
                }
                return first;
            });
        }
        for (var call : all(calls)) {
            call.get();
        }
        assertThat(database.number("select count(*) from act")).isEqualTo(400);
        assertThat(database.number("select count(*) from audit.record")).isEqualTo(400);
        assertThat(database.number("select count(distinct tx) from act")).isLessThan(200);
    }

    @Test
    void actsThatWaitedForTheLeaderAreOneTransactionAndNoLongerThanTheLimit() throws Exception {
        var small = new GroupCommit(database.source(), database.trail, 4);
        try (var gate = new Gate(small)) {
            var calls = gate.queue(List.of(insert(1), insert(2), insert(3), insert(4), insert(5)));
            gate.open();
            for (var call : calls) {
                call.get();
            }
        }
        assertThat(database.number("select count(*) from act")).isEqualTo(5);
        assertThat(database.number("select max(n) from (select count(*) n from act group by tx)"))
                .isEqualTo(4);
    }

    @Test
    void aFailingActHarmsNobodyElse() throws Exception {
        try (var gate = new Gate(group)) {
            var calls = gate.queue(List.of(
                    insert(1),
                    connection -> {
                        throw new SQLException("only mine", "P0001");
                    },
                    insert(2),
                    connection -> {
                        throw new IllegalStateException("mine too");
                    },
                    connection -> {
                        connection.createStatement().execute("insert into nowhere values (1)");
                        return insert(9).perform(connection);
                    },
                    insert(3)));
            gate.open();
            assertThat(calls.get(0).get()).isEqualTo(1);
            assertThat(calls.get(2).get()).isEqualTo(2);
            assertThat(calls.get(5).get()).isEqualTo(3);
            assertThatThrownBy(calls.get(1)::get)
                    .cause()
                    .isInstanceOf(SQLException.class)
                    .hasMessage("only mine");
            assertThatThrownBy(calls.get(3)::get).cause().isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(calls.get(4)::get).cause().hasMessageContaining("nowhere");
        }
        assertThat(database.number("select count(*) from act")).isEqualTo(3);
        assertThat(database.number("select count(*) from audit.record where event = 'number-looked-up'"))
                .isEqualTo(3);
    }

    @Test
    void anActThatFailsOnlyAtTheCommitHarmsNobodyElse() throws Exception {
        group.run(insert(1));
        try (var gate = new Gate(group)) {
            var calls = gate.queue(List.of(insert(1), insert(2)));
            gate.open();
            assertThatThrownBy(calls.get(0)::get).cause().hasMessageContaining("unique");
            assertThat(calls.get(1).get()).isEqualTo(2);
        }
        assertThat(database.number("select count(*) from act")).isEqualTo(2);
    }

    @Test
    void anInterruptedCallerGetsItsResultAndStaysInterrupted() throws Exception {
        try (var gate = new Gate(group)) {
            var interrupted = new CountDownLatch(1);
            var call = gate.threads.submit(() -> {
                Thread.currentThread().interrupt();
                interrupted.countDown();
                int value = group.run(insert(1));
                return Thread.currentThread().isInterrupted() ? value : -1;
            });
            interrupted.await();
            gate.open();
            assertThat(call.get()).isEqualTo(1);
        }
        assertThat(database.number("select count(*) from audit.record where event = 'number-looked-up'"))
                .isEqualTo(1);
    }

    @Test
    void anActCannotPartItselfFromItsRecord() {
        assertThatThrownBy(() -> group.run(connection -> {
                    connection.commit();
                    return insert(1).perform(connection);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commit");
        assertThatThrownBy(() -> group.run(connection -> new Outcome<>(1, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.number("select count(*) from act")).isZero();
    }

    @Test
    void withoutADatabaseEveryCallerFailsAndTheNextOnesSucceed() throws Exception {
        try (var gate = new Gate(group)) {
            var calls = gate.queue(List.of(insert(1), insert(2)));
            database.execute("alter role bansho_app connection limit 0");
            database.execute("alter table audit.head rename to gone");
            gate.open();
            assertThatThrownBy(calls.get(0)::get).isInstanceOf(ExecutionException.class);
            assertThatThrownBy(calls.get(1)::get).isInstanceOf(ExecutionException.class);
        } finally {
            database.execute("alter role bansho_app connection limit -1");
            database.execute("alter table audit.gone rename to head");
        }
        assertThat(group.run(insert(3))).isEqualTo(3);
        assertThat(database.number("select count(*) from act")).isEqualTo(1);
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

    private static <T> List<Future<T>> all(List<Callable<T>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls);
        }
    }

    /// Holds the leader inside an act of its own until others have queued up behind it.
    private static final class Gate implements AutoCloseable {
        final java.util.concurrent.ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final GroupCommit group;
        private final CountDownLatch closed = new CountDownLatch(1);

        Gate(GroupCommit group) throws InterruptedException {
            this.group = group;
            var inside = new CountDownLatch(1);
            var _ = threads.submit(() -> group.run(connection -> {
                inside.countDown();
                await();
                return new Outcome<>(0, List.of(new Entry(AuditDatabase.STAMP, new Invented.JobStarted())));
            }));
            inside.await();
        }

        List<Future<Integer>> queue(List<Act<Integer>> acts) {
            var calls = new ArrayList<Future<Integer>>();
            for (var act : acts) {
                int before = group.waiting();
                calls.add(threads.submit(() -> group.run(act)));
                while (group.waiting() == before) {
                    Thread.onSpinWait();
                }
            }
            return calls;
        }

        void open() {
            closed.countDown();
        }

        private void await() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            closed.countDown();
            threads.close();
        }
    }
}
