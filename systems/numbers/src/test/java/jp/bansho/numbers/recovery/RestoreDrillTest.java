package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.HeadGap;
import jp.bansho.audit.KeyFile;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.AuditParts;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The restore drill: backup, work, `kill -9`, restore, compare row by row.
class RestoreDrillTest {

    private static final int HERE = Site.HERE;

    @Test
    void everythingThatWasConfirmedIsThereAgainAfterTheServerDied() throws Exception {
        try (var site = Site.open()) {
            site.work(0, 200);
            site.archive();
            var backup = site.backup();
            site.work(200, 260);
            var before = site.rows();
            site.machine().part(HeadKeeper.class).export();
            site.kill();

            var restored = site.restore(site.order(backup, "restored", null));

            var recovered = restored.recovered().orElseThrow();
            try (var server = PostgresServer.embedded(site.folder().resolve("restored"), Map.of())) {
                var after = rows(site, server);
                assertThat(AllRows.differences(before, after)).isEmpty();
                assertThat(before.get("linkage.subject")).hasSize(264);
                assertThat(recovered.gap().lost()).isZero();
                assertThat(recovered.counts()).containsEntry("linkage.subject", 264L);
                System.out.printf(
                        "restore drill: %.1f s to recover, %,d rows of %d tables equal, %d files of the log, lost: %d%n",
                        recovered.seconds(),
                        after.values().stream().mapToInt(List::size).sum(),
                        after.size(),
                        restored.segments(),
                        recovered.gap().lost());
                worksOn(site, server);
            }
        }
    }

    @Test
    void untilAMomentIsExactlyWhatWasThereAtThatMomentAndTheLossMustBeAccepted() throws Exception {
        try (var site = Site.open()) {
            site.work(0, 20);
            site.archive();
            var backup = site.backup();
            site.work(20, 40);
            var then = site.rows();
            var moment = site.databaseTime();
            site.work(40, 60);
            site.machine().part(HeadKeeper.class).export();
            var lastRecord = records(site.rows());
            site.kill();
            var lost = lastRecord - records(then);

            refusals(site, backup);
            var recovered = site.restore(site.order(backup, "restored", moment))
                    .recovered()
                    .orElseThrow();

            assertThat(recovered.gap().lost()).isEqualTo(lost).isPositive();
            try (var server = PostgresServer.embedded(site.folder().resolve("restored"), Map.of())) {
                assertThat(AllRows.differences(then, rows(site, server))).isEmpty();
                var home = site.machine().home();
                TestMachine.install(database(site, server), home, site.machine().folder());
                var parts = AuditParts.of(home);
                for (var wrong : new long[] {0, lost - 1, lost + 1}) {
                    assertThat(refusal(() -> Homecoming.accept(home, parts, wrong, Instant.EPOCH)))
                            .hasMessageContaining("(" + lost + ")");
                }
                assertThat(Homecoming.accept(home, parts, lost, Instant.EPOCH).lost())
                        .isEqualTo(lost);
                assertThat(home.folder().resolve("audit/heads-before-19700101T000000Z.jsonl"))
                        .exists();
                // the machine did not start: the same command again, and no other count
                assertThat(refusal(() -> Homecoming.accept(home, parts, lost + 1, Instant.EPOCH)))
                        .hasMessageContaining("(" + lost + ")");
                var again = Homecoming.accept(home, parts, lost, Instant.EPOCH.plusSeconds(1));
                assertThat(again).isEqualTo(new HeadGap(records(then), lastRecord, true));
                worksOn(site, server);
                site.machine().part(Homecoming.class).record(site.machine().actor(Role.OPERATOR), again);
                try (var administrator = site.machine().superuser()) {
                    assertThat(Sql.rows(
                                    administrator,
                                    "select details::text from audit.record where event = 'database-restored'"))
                            .singleElement()
                            .asString()
                            .matches(".*\"lost\": ?\"?" + lost + "\"?\\D.*");
                }
                assertThat(Homecoming.accept(home, AuditParts.of(home), 0, Instant.EPOCH)
                                .lost())
                        .isZero();
            }
        }
    }

    private static void refusals(Site site, Backups.Made backup) throws IOException {
        var early = backup.verified().facts().endedAt().minusSeconds(1);
        assertThat(refusal(() -> site.restore(site.order(backup, "early", early)))
                        .reason())
                .isEqualTo(Reason.TOO_EARLY);
        var late = Instant.now().plus(Duration.ofDays(1));
        assertThat(refusal(() -> site.restore(site.order(backup, "late", late))).reason())
                .isEqualTo(Reason.TOO_LATE);
        assertThat(refusal(() -> site.restore(site.order(backup, "data", null))).reason())
                .isEqualTo(Reason.NOT_EMPTY);
        try (var files = Files.list(site.wal())) {
            var first = files.filter(file -> file.toString().endsWith(".wal"))
                    .sorted()
                    .filter(file -> WalName.number(file.getFileName().toString().substring(0, 24), 16 << 20)
                            > new Lsn(backup.verified().facts().end().value() - 1).segment(16 << 20))
                    .findFirst();
            if (first.isPresent()) {
                var away = site.folder().resolve("away");
                Files.move(first.get(), away);
                assertThat(refusal(() -> site.restore(site.order(backup, "gap", null)))
                                .reason())
                        .isEqualTo(Reason.ARCHIVE_GAP);
                Files.move(away, first.get());
            }
        }
    }

    /// The machine goes on where it was: its record is sound, the index comes back, numbers open.
    private static void worksOn(Site site, PostgresServer server) throws SQLException, IOException {
        var machine = site.machine();
        machine.movedTo(server);
        var vault = machine.part(Vault.class);
        assertThat(vault.rebuildIndex(machine.clerk(HERE), HERE)).isPositive();
        assertThat(site.reveal(7)).isInstanceOf(Revealed.Shown.class);
        assertThat(vault.seek(
                        machine.clerk(HERE),
                        Purpose.PENSION_PAYMENT,
                        HERE,
                        IndividualNumber.ofClear(InventedFiles.number(HERE, 7))))
                .isPresent();
        machine.register(HERE, 300, 303);
        machine.part(HeadKeeper.class).exportAndRecord();
        try (var connection = machine.superuser()) {
            var home = machine.home();
            var found = new AuditVerifier(home.auditHeads(), KeyFile.read(home.auditPublicKey())).verify(connection);
            assertThat(found.findings()).isEmpty();
            assertThat(Sql.rows(connection, "show restore_command")).containsExactly("");
        }
    }

    private static Map<String, List<String>> rows(Site site, PostgresServer server) throws SQLException {
        try (var administrator = database(site, server).connect()) {
            return AllRows.of(administrator);
        }
    }

    private static int records(Map<String, List<String>> rows) {
        return rows.getOrDefault("audit.record", List.of()).size();
    }

    private static Database database(Site site, PostgresServer server) {
        var url = site.machine().database().url();
        return server.administrator().named(url.substring(url.lastIndexOf('/') + 1));
    }

    private static RecoveryRefused refusal(ThrowingCallable call) {
        return catchThrowableOfType(RecoveryRefused.class, call);
    }
}
