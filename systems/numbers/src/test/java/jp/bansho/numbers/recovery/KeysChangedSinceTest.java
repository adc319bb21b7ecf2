package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.AuditParts;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.numbers.Approved;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Rotation;
import jp.bansho.numbers.vault.RotationOrder;
import jp.bansho.numbers.vault.RotationProgress;
import jp.bansho.numbers.vault.RotationRefused;
import jp.bansho.numbers.vault.Rotations;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/// Backups and rotations of keys: a backup from before still brings everybody back, and a sealing key is not destroyed
/// while nothing outside the server could bring back the state without it (S1, S4).
class KeysChangedSinceTest {

    private static final int HERE = Site.HERE;
    private static final int PEOPLE = 20;

    @Test
    void aBackupFromBeforeRotationsOfPadsAndIndexBringsEverybodyBack() throws Exception {
        try (var site = Site.open()) {
            site.work(0, PEOPLE);
            var backup = site.backup();
            rotate(site, KeyPurpose.PAD_SEAL);
            rotate(site, KeyPurpose.NUMBER_INDEX);
            rotate(site, KeyPurpose.PAD_SEAL);
            assertThat(keys(site))
                    .contains("pad-seal/28/3", "number-index/28/2")
                    .doesNotContain("pad-seal/28/1", "pad-seal/28/2", "number-index/28/1");
            site.machine().part(HeadKeeper.class).export();
            site.machine().stop();

            var restored = site.restore(order(site, backup, "restored"));

            assertThat(restored.recovered().orElseThrow().erasedAgain()).isZero();
            everybodyIsServed(site, restored, "restored");
        }
    }

    @Test
    void aSealingKeyStaysUntilABackupHoldsWhatWasSealedAnew() throws Exception {
        try (var site = Site.open()) {
            site.work(0, PEOPLE);
            site.backup();

            var refused = catchThrowableOfType(RotationRefused.class, () -> rotate(site, KeyPurpose.NUMBER_SEAL));

            assertThat(refused.reason()).isEqualTo(RotationRefused.Reason.NOT_SAFE);
            assertThat(keys(site)).contains("number-seal/28/1", "number-seal/28/2");
            var order = new RotationOrder(site.machine().actor(Role.OPERATOR), KeyPurpose.NUMBER_SEAL, HERE, 0, 100);
            assertThat(site.reveal(3)).isInstanceOf(Revealed.Shown.class);
            try (var administrator = site.machine().superuser()) {
                var second =
                        "select count(*) from recovery.backup where made_at < clock_timestamp() - interval '1 second'";
                while (Sql.number(administrator, second) == 0) { // a backup’s name says the second
                    Sql.rows(administrator, "select pg_sleep(0.1)");
                }
            }
            var backup = site.backup();
            var done = site.machine().part(Rotations.class).rotate(order, RotationProgress.SILENT);
            assertThat(done.phase()).isEqualTo(Rotation.Phase.FINISHED);
            assertThat(keys(site)).doesNotContain("number-seal/28/1");
            site.machine().part(HeadKeeper.class).export();
            site.machine().stop();

            everybodyIsServed(site, site.restore(order(site, backup, "restored")), "restored");
        }
    }

    @Test
    void anArchiveThatReachesTheProofIsAsGoodAsABackup() throws Exception {
        try (var site = Site.open()) {
            site.work(0, PEOPLE);
            site.archive();
            var backup = site.backup();
            rotate(site, KeyPurpose.NUMBER_SEAL);
            assertThat(keys(site)).doesNotContain("number-seal/28/1");
            site.machine().part(HeadKeeper.class).export();
            site.kill();

            everybodyIsServed(site, site.restore(site.order(backup, "restored", null)), "restored");
        }
    }

    private static void rotate(Site site, KeyPurpose purpose) throws SQLException {
        var machine = site.machine();
        var application = Approved.keyCeremony(machine, Rotation.payload(purpose, HERE));
        machine.part(Rotations.class)
                .rotate(
                        new RotationOrder(machine.actor(Role.OPERATOR), purpose, HERE, application, 100),
                        RotationProgress.SILENT);
    }

    private static Iterable<String> keys(Site site) {
        return InstalledKeys.open(site.machine().home()).names().stream()
                .map(name -> name.written())
                .toList();
    }

    private static RestoreOrder order(Site site, Backups.Made backup, String to) {
        return new RestoreOrder(
                backup.file(),
                site.folder().resolve(to),
                null,
                null,
                PostgresServer.programs(site.folder().resolve("data")),
                Site.ADMINISTRATOR);
    }

    private static void everybodyIsServed(Site site, Restored restored, String folder) throws Exception {
        var machine = site.machine();
        var recovered = restored.recovered().orElseThrow();
        try (var server = PostgresServer.embedded(site.folder().resolve(folder), Map.of())) {
            var url = machine.database().url();
            var database = server.administrator().named(url.substring(url.lastIndexOf('/') + 1));
            TestMachine.install(database, machine.home(), machine.folder());
            Homecoming.accept(
                    machine.home(),
                    AuditParts.of(machine.home()),
                    recovered.gap().lost(),
                    Instant.EPOCH);
            machine.movedTo(server);
            machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE);
            for (var person = 0; person < PEOPLE; person++) {
                var number = InventedFiles.number(HERE, person);
                assertThat(site.reveal(person))
                        .as("person " + person)
                        .isInstanceOfSatisfying(
                                Revealed.Shown.class,
                                shown -> assertThat(shown.number().inTheClear()).isEqualTo(number));
                assertThat(machine.part(Vault.class)
                                .seek(
                                        machine.clerk(HERE),
                                        Purpose.PENSION_PAYMENT,
                                        HERE,
                                        IndividualNumber.ofClear(number)))
                        .as("person " + person)
                        .isPresent();
            }
        }
    }
}
