package jp.bansho.numbers.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/// The index of numbers is in no write-ahead log: after a crash of the server it is gone, and nothing is registered or
/// sought before it has been built again.
class LostIndexTest {

    private static final int HERE = TestMachine.HYOGO;

    @Test
    void aKilledServerLosesTheIndexAndNobodyGoesOnWithoutIt() throws Exception {
        var folder = Files.createTempDirectory("killed-server");
        var server = PostgresServer.embedded(folder.resolve("data"), Map.of());
        try (var machine = TestMachine.on(server)) {
            machine.register(HERE, 0, 300);
            machine.stop();
            kill(folder.resolve("data"));
            server.close();

            server = PostgresServer.embedded(folder.resolve("data"), Map.of());
            machine.movedTo(server);

            try (var administrator = machine.superuser()) {
                assertThat(Sql.number(administrator, "select count(*) from vault.number_index"))
                        .isZero();
                assertThat(Sql.number(administrator, "select count(*) from vault.sealed_number"))
                        .isEqualTo(300);
            }
            isRebuiltBeforeUse(machine);
        } finally {
            server.close();
            delete(folder);
        }
    }

    @Test
    void anEmptiedIndexIsRebuiltByTheNextIntakeAndDuplicatesAreStillFound() throws SQLException {
        try (var machine = TestMachine.start()) {
            machine.register(HERE, 0, 300);
            try (var administrator = machine.superuser()) {
                Sql.run(administrator, "delete from vault.index_alive; truncate vault.number_index");
            }
            assertThat(twice(machine, "a.csv").counts())
                    .containsEntry("conflict", 1L)
                    .containsEntry("registered", 0L);
            assertThat(holder(machine, 299)).isEqualTo(machine.subject(InventedFiles.userNumber(HERE, 299)));
        }
    }

    @Test
    void theRebuiltIndexIsTheOneThatWasLost() throws SQLException {
        try (var machine = TestMachine.start();
                var administrator = machine.superuser()) {
            machine.register(HERE, 0, 300);
            machine.take(
                    JobKind.RESULTS,
                    HERE,
                    InventedFiles.write(
                            machine.folder().resolve("changed.csv"),
                            InventedFiles.found(
                                    1, InventedFiles.userNumber(HERE, 7), InventedFiles.digits(HERE, 907), true)));
            var all = "select i::text from vault.number_index i order by tag";
            var before = Sql.rows(administrator, all);
            Sql.run(administrator, "delete from vault.index_alive; truncate vault.number_index");

            assertThat(machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE))
                    .isEqualTo(301);

            assertThat(Sql.rows(administrator, all)).isEqualTo(before);
            assertThat(Sql.rows(administrator, "select details from audit.record where event = 'index-rebuilt'"))
                    .containsExactly("{\"numbers\":301}");
            assertThat(machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE))
                    .as("nothing left to do")
                    .isEqualTo(-1);
        }
    }

    @Test
    void anIndexIsNotRebuiltFromAlteredRows() throws SQLException {
        try (var machine = TestMachine.start();
                var administrator = machine.superuser()) {
            machine.register(HERE, 0, 3);
            Sql.run(administrator, "delete from vault.index_alive; truncate vault.number_index");
            Sql.run(administrator, "update vault.sealed_number set kind = 3 where pad % 256 = 1");

            assertThatThrownBy(() -> machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE))
                    .hasMessageContaining("vault.sealed_number");

            assertThat(Sql.number(administrator, "select count(*) from vault.number_index"))
                    .isZero();
            assertThatThrownBy(() -> holder(machine, 0)).isInstanceOf(IndexLost.class);
        }
    }

    private static void isRebuiltBeforeUse(TestMachine machine) throws SQLException {
        assertThatThrownBy(() -> holder(machine, 5)).isInstanceOf(IndexLost.class);
        assertThat(twice(machine, "twice.csv").counts())
                .as("a number somebody else holds")
                .containsEntry("conflict", 1L)
                .containsEntry("registered", 0L);
        for (var i = 0; i < 300; i += 17) {
            assertThat(holder(machine, i)).isEqualTo(machine.subject(InventedFiles.userNumber(HERE, i)));
        }
        try (var administrator = machine.superuser()) {
            assertThat(Sql.number(administrator, "select count(*) from vault.number_index"))
                    .isEqualTo(300);
            assertThat(Sql.rows(administrator, "select distinct length(tag::text) from vault.number_index"))
                    .containsExactly(String.valueOf(new UUID(0, 0).toString().length()));
        }
    }

    /// Brings person 5's number under another user number.
    private static JobSheet twice(TestMachine machine, String name) {
        var row = InventedFiles.found(1, InventedFiles.userNumber(HERE, 5000), InventedFiles.digits(HERE, 5), false);
        return machine.take(
                JobKind.RESULTS, HERE, InventedFiles.write(machine.folder().resolve(name), row));
    }

    private static long holder(TestMachine machine, int person) {
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, person));
        return machine.part(Vault.class)
                .seek(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, number)
                .orElseThrow()
                .subject();
    }

    private static void kill(Path data) throws IOException, InterruptedException, ExecutionException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var children = postmaster.children().toList();
        assertThat(postmaster.destroyForcibly()).isTrue();
        postmaster.onExit().get();
        for (var child : children) {
            child.destroyForcibly();
            child.onExit().get();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
