package jp.bansho.numbers.command;

import java.sql.Connection;
import java.sql.SQLException;
import jp.bansho.numbers.TestMachine;

/// Holds a running command at a chosen point of a chosen transaction, so that it can be killed exactly there.
///
/// Triggers on the tables of jobs wait for a lock that the test holds. `now` is in the middle of the transaction,
/// which then never commits; `commit` is within the commit, which then takes place although nobody hears of it.
final class Gate implements AutoCloseable {

    private static final int LOCK = 990_001;

    private final TestMachine machine;
    private final Connection keeper;

    Gate(TestMachine machine) throws SQLException {
        this.machine = machine;
        machine.database().execute("""
                create schema gate;
                create table gate.shut (point text, number int);
                create function gate.pass() returns trigger language plpgsql security definer as $$
                begin
                    if exists (select from gate.shut
                                where point = tg_argv[0] and number = coalesce((to_jsonb(new)->>'number')::int, 0)) then
                        perform pg_advisory_xact_lock_shared(990001, 1);
                    end if;
                    return new;
                end $$;
                create trigger gate_1 after insert on job.job for each row execute function gate.pass('begin');
                create trigger gate_2 after insert on job.batch for each row execute function gate.pass('batch');
                create constraint trigger gate_3 after insert on job.batch deferrable initially deferred
                    for each row execute function gate.pass('batch commit');
                create trigger gate_4 after update on job.job for each row execute function gate.pass('finish');
                create constraint trigger gate_5 after update on job.job deferrable initially deferred
                    for each row execute function gate.pass('finish commit');
                """);
        keeper = machine.superuser();
    }

    /// Starts a command, kills it when it waits at that point, and lets its transaction go its way.
    void kill(String point, int number, String... arguments) throws Exception {
        shut(point, number);
        var child = Child.start(machine, arguments);
        while (count("select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = " + LOCK)
                == 0) {
            if (child.endedWithin(20)) {
                throw new AssertionError("ended before " + point + " " + number + ": " + child.said());
            }
        }
        child.kill();
        open();
    }

    /// Starts a command and kills it as soon as that many batches are committed, whatever it is doing then; the last
    /// batch it cannot pass.
    void killAfter(long batches, int last, long job, String... arguments) throws Exception {
        shut("batch", last);
        var child = Child.start(machine, arguments);
        while (count("select count(*) from job.batch where job = " + job) < batches) {
            if (child.endedWithin(1)) {
                throw new AssertionError("ended before " + batches + " batches: " + child.said());
            }
        }
        child.kill();
        open();
    }

    private void shut(String point, int number) throws SQLException {
        execute("select pg_advisory_lock(" + LOCK + ", 1)");
        machine.database().execute("insert into gate.shut values ('" + point + "', " + number + ")");
    }

    private void open() throws SQLException {
        machine.database().execute("delete from gate.shut");
        execute("select pg_advisory_unlock(" + LOCK + ", 1)");
        awaitServer();
    }

    long count(String sql) throws SQLException {
        try (var connection = machine.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Waits until the server noticed the death: the killed command's hold on its association ends with its session.
    private void awaitServer() throws SQLException {
        for (var association : new int[] {0, 11, 28}) {
            execute("select pg_advisory_lock(771002, " + association + ")");
        }
        execute("select pg_advisory_unlock_all()");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
