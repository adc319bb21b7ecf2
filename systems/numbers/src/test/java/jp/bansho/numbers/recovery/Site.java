package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.intake.Decided;
import jp.bansho.numbers.intake.WorkDecision;
import jp.bansho.numbers.intake.WorkDecisions;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.recovery.RestoreOrder.Administrator;
import jp.bansho.numbers.staff.Ground;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.testing.PostgresServer;
import org.jspecify.annotations.Nullable;

/// A database server of its own with a machine on it, the archive of its log, and work to lose.
final class Site implements AutoCloseable {

    static final int HERE = TestMachine.HYOGO;
    static final Administrator ADMINISTRATOR = new Administrator("postgres", "");

    private final Path folder;
    private final PostgresServer server;
    private final TestMachine machine;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread archiver;

    private Site(Path folder, PostgresServer server, TestMachine machine) {
        this.folder = folder;
        this.server = server;
        this.machine = machine;
    }

    static Site open() throws IOException {
        var folder = Files.createTempDirectory("recovery-site");
        var server = PostgresServer.embedded(folder.resolve("data"), Map.of());
        return new Site(folder, server, TestMachine.on(server));
    }

    TestMachine machine() {
        return machine;
    }

    Path folder() {
        return folder;
    }

    Path wal() {
        return folder.resolve("wal");
    }

    /// Begins to archive; from here on no commit is confirmed that is not in the archive.
    void archive() throws Exception {
        var ready = new CountDownLatch(1);
        var archive = new WalArchive(machine.home(), InstalledKeys.open(machine.home()), wal());
        archiver = Thread.ofPlatform().start(() -> {
            try {
                archive.run(stop, ready::countDown);
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as("the server went away").isNotNull();
            }
        });
        assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
        server.administrator().execute("alter system set synchronous_standby_names = 'bansho_wal'");
        server.administrator().execute("select pg_reload_conf()");
    }

    /// Registers people, shows a number, decides what waits.
    void work(int from, int to) throws SQLException {
        machine.register(HERE, from, to);
        machine.register(TestMachine.SAITAMA, from, from + 2);
        reveal(from);
        var nobody = InventedFiles.noHit(1, InventedFiles.userNumber(HERE, 5_000 + from));
        machine.take(
                JobKind.RESULTS,
                HERE,
                InventedFiles.write(machine.folder().resolve("nobody-" + from + ".csv"), nobody));
        var decisions = machine.part(WorkDecisions.class);
        var item = decisions.list(machine.clerk(HERE), HERE, 1).getFirst();
        var decided = decisions.decide(
                machine.clerk(HERE), new Ground("pension", "P-06"), HERE, item.id(), WorkDecision.CLOSED, "転出済み");
        assertThat(decided).isInstanceOf(Decided.Done.class);
    }

    Revealed reveal(int person) throws SQLException {
        return machine.part(Vault.class)
                .reveal(
                        machine.clerk(HERE),
                        Purpose.PENSION_PAYMENT,
                        HERE,
                        machine.subject(InventedFiles.userNumber(HERE, person)),
                        "R8-1");
    }

    Backups.Made backup() {
        return machine.part(Backups.class).make(machine.actor(Role.OPERATOR), folder.resolve("backups"), _ -> {});
    }

    Map<String, List<String>> rows() throws SQLException {
        try (var administrator = machine.superuser()) {
            return AllRows.of(administrator);
        }
    }

    Instant databaseTime() throws SQLException {
        try (var administrator = machine.superuser();
                var statement = administrator.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    /// `kill -9` of the database server and of all its processes.
    void kill() throws IOException, InterruptedException, ExecutionException {
        machine.kill();
        var pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var children = postmaster.children().toList();
        assertThat(postmaster.destroyForcibly()).isTrue();
        postmaster.onExit().get();
        for (var child : children) {
            child.destroyForcibly();
            child.onExit().get();
        }
        stopArchive();
    }

    void stopArchive() throws InterruptedException {
        stop.countDown();
        if (archiver != null) {
            archiver.join();
        }
    }

    RestoreOrder order(Backups.Made backup, String to, @Nullable Instant until) {
        return new RestoreOrder(
                backup.file(),
                folder.resolve(to),
                wal(),
                until,
                PostgresServer.programs(folder.resolve("data")),
                ADMINISTRATOR);
    }

    Restored restore(RestoreOrder order) {
        return new Restoration(machine.home(), InstalledKeys.open(machine.home()), _ -> {}).restore(order);
    }

    @Override
    public void close() throws IOException {
        stop.countDown();
        machine.close();
        server.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
