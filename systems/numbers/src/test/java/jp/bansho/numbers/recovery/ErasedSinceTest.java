package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import jp.bansho.machine.AuditParts;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.InstalledKeys;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.erasure.FactAnswer;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.erasure.Registrar;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/// A backup from before an erasure, with all keys that still exist: everybody else comes back, the erased person does
/// not (R3).
class ErasedSinceTest {

    private static final int HERE = Site.HERE;
    private static final int GONE = 4;

    @Test
    void theErasedStayErasedAndEverybodyElseComesBack() throws Exception {
        try (var site = Site.open()) {
            site.work(0, 20);
            var machine = site.machine();
            var gone = machine.subject(InventedFiles.userNumber(HERE, GONE));
            var office = new Registrar(machine);
            office.died(GONE);
            othersHaveFacts(machine);
            var before = site.rows();
            var backup = site.backup();
            assertThat(office.erased().people()).isEqualTo(1);
            assertThat(InstalledKeys.open(machine.home()).names())
                    .noneMatch(name -> name.written().equals("pad-seal/28/1"));
            machine.part(HeadKeeper.class).export();
            machine.stop();
            var programs = PostgresServer.programs(site.folder().resolve("data"));
            var order = new RestoreOrder(
                    backup.file(), site.folder().resolve("restored"), null, null, programs, Site.ADMINISTRATOR);

            var restored = site.restore(order);

            var recovered = restored.recovered().orElseThrow();
            assertThat(recovered.renewed()).containsExactly(HERE);
            assertThat(recovered.erasedAgain()).isEqualTo(1);
            try (var server = PostgresServer.embedded(order.to(), Map.of())) {
                var url = machine.database().url();
                var database = server.administrator().named(url.substring(url.lastIndexOf('/') + 1));
                onlyTheErasedIsMissing(before, database, gone);
                TestMachine.install(database, machine.home(), machine.folder());
                Homecoming.note(machine.home(), restored);
                var gap = Homecoming.accept(
                        machine.home(),
                        AuditParts.of(machine.home()),
                        recovered.gap().lost(),
                        Instant.EPOCH);
                machine.movedTo(server);
                machine.part(Homecoming.class).record(machine.actor(Role.OPERATOR), gap);
                machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE);
                for (var person = 0; person < 20; person++) {
                    if (person != GONE) {
                        var number = InventedFiles.number(HERE, person);
                        assertThat(site.reveal(person))
                                .as("person " + person)
                                .isInstanceOfSatisfying(
                                        Revealed.Shown.class,
                                        shown -> assertThat(shown.number().inTheClear())
                                                .isEqualTo(number));
                    }
                }
                assertThat(machine.part(Vault.class)
                                .reveal(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, gone, "R8-2"))
                        .isNotInstanceOf(Revealed.Shown.class);
                try (var administrator = machine.superuser()) {
                    assertThat(Sql.rows(
                                    administrator,
                                    "select details::text from audit.record where event = 'database-restored'"))
                            .singleElement()
                            .asString()
                            .containsPattern("\"erasedAgain\": ?\"?1\\b")
                            .containsPattern("\"associations\": ?\\[\"28\"\\]");
                    for (var table : new String[] {"linkage.subject where id", "vault.sealed_number where subject"}) {
                        assertThat(Sql.number(administrator, "select count(*) from " + table + " = " + gone))
                                .isZero();
                    }
                    assertThat(Sql.rows(
                                    administrator,
                                    "select key_name from vault.key_check where key_name like 'pad-seal/28/%'"))
                            .containsExactly("pad-seal/28/2");
                }
            }
        }
    }

    @Test
    void withoutThePadsOfTodayTheRestoreSaysWhatIsMissing() throws Exception {
        try (var site = Site.open()) {
            site.work(0, 20);
            var machine = site.machine();
            var office = new Registrar(machine);
            office.died(GONE);
            var backup = site.backup();
            office.erased();
            machine.stop();
            var pads = machine.home().pads().resolve("pads-28-2");
            var bytes = Files.readAllBytes(pads);
            bytes[bytes.length / 2] ^= 1;
            Files.write(pads, bytes);
            assertThat(refusal(site, backup, "damaged").reason()).isEqualTo(Reason.DAMAGED);

            Files.delete(pads);

            assertThat(refusal(site, backup, "missing"))
                    .hasMessageContaining("pads-28-")
                    .extracting(RecoveryRefused::reason)
                    .isEqualTo(Reason.PADS_MISSING);
        }
    }

    /// Somebody else’s hold, deadline and death, none of them due.
    private static void othersHaveFacts(TestMachine machine) throws SQLException {
        var facts = machine.part(Facts.class);
        var clerk = machine.clerk(HERE);
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var other = machine.subject(InventedFiles.userNumber(HERE, GONE + 1));
        assertThat(facts.placeHold(clerk, HERE, other, today, null, "訴訟")).isEqualTo(FactAnswer.DONE);
        var dead = machine.subject(InventedFiles.userNumber(HERE, GONE + 2));
        assertThat(facts.recordDeath(clerk, HERE, dead, today.minusYears(1), "死亡届の写し"))
                .isEqualTo(FactAnswer.DONE);
    }

    /// Every row of every table is as it was when the backup was taken, apart from those of the erased person and the
    /// pads with their key.
    private static void onlyTheErasedIsMissing(Map<String, List<String>> before, Database restored, long gone)
            throws SQLException {
        try (var administrator = restored.connect()) {
            var differences = AllRows.differences(before, AllRows.of(administrator)).stream()
                    .filter(line -> !line.substring(2).startsWith("vault.pad_block ")
                            && !line.substring(2).startsWith("vault.key_check "))
                    .toList();
            assertThat(differences).allSatisfy(line -> assertThat(line).contains(Long.toString(gone)));
            assertThat(differences.stream().map(line -> line.substring(0, line.indexOf(' ', 2))))
                    .containsExactlyInAnyOrder("- linkage.subject", "- retention.death", "- vault.sealed_number");
        }
    }

    private static RecoveryRefused refusal(Site site, Backups.Made backup, String to) {
        return catchThrowableOfType(
                RecoveryRefused.class,
                () -> site.restore(new RestoreOrder(
                        backup.file(),
                        site.folder().resolve(to),
                        null,
                        null,
                        PostgresServer.programs(site.folder().resolve("data")),
                        Site.ADMINISTRATOR)));
    }
}
