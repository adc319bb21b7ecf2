package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.installation.AuditParts;
import jp.bansho.numbers.installation.HeadKeeper;
import jp.bansho.numbers.installation.InstalledKeys;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Scope;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.store.Transactions;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
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
            var backup = site.backup();
            var machine = site.machine();
            var gone = machine.subject(InventedFiles.userNumber(HERE, GONE));
            erase(machine, gone);
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
                TestMachine.install(database, machine.home(), machine.folder());
                Homecoming.accept(
                        machine.home(),
                        AuditParts.of(machine.home()),
                        recovered.gap().lost(),
                        Instant.EPOCH);
                machine.movedTo(server);
                machine.part(Vault.class).rebuildIndex(machine.clerk(HERE), HERE);
                for (var person = 0; person < 20; person++) {
                    if (person != GONE) {
                        assertThat(site.reveal(person)).as("person " + person).isInstanceOf(Revealed.Shown.class);
                    }
                }
                assertThat(machine.part(Vault.class)
                                .reveal(machine.clerk(HERE), Purpose.PENSION_PAYMENT, HERE, gone, "R8-2"))
                        .isNotInstanceOf(Revealed.Shown.class);
                try (var administrator = machine.superuser()) {
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
            var backup = site.backup();
            var machine = site.machine();
            erase(machine, machine.subject(InventedFiles.userNumber(HERE, GONE)));
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

    /// Erases one person: the pad zeroed under the next key, the rows deleted, the old key destroyed.
    private static void erase(TestMachine machine, long subject) throws Exception {
        var vault = machine.part(Vault.class);
        try (var administrator = machine.superuser();
                var connection = machine.part(Transactions.class).connection()) {
            var pads =
                    Sql.rows(administrator, "select pad from vault.sealed_number where subject = " + subject).stream()
                            .mapToLong(Long::parseLong)
                            .toArray();
            var next = vault.nextPadKey(HERE);
            connection.setAutoCommit(false);
            Transactions.enter(connection, new Scope.Keeper(HERE));
            vault.renewPads(connection, next, pads);
            connection.commit();
            for (var table : new String[] {
                "vault.number_index where subject", "vault.sealed_number where subject", "linkage.subject where id"
            }) {
                Sql.run(administrator, "delete from " + table + " = " + subject);
            }
            write(administrator, machine.home().pads(), next.version());
        }
        vault.destroyLeaving(machine.clerk(HERE), HERE);
        assertThat(InstalledKeys.open(machine.home()).names())
                .noneMatch(name -> name.written().equals("pad-seal/28/1"));
    }

    /// The copy of the pads an erasure leaves in the home.
    private static void write(Connection administrator, Path folder, int version) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try (var statement = administrator.createStatement();
                var row = statement.executeQuery(
                        "select id, key_version, sealed, count(*) over () from vault.pad_block where association = "
                                + HERE + " order by id")) {
            while (row.next()) {
                if (bytes.size() == 0) {
                    out.write("bansho-pads 1 %d %d %d\n"
                            .formatted(HERE, version, row.getInt(4))
                            .getBytes(StandardCharsets.US_ASCII));
                }
                out.writeLong(row.getLong(1));
                out.writeShort(row.getInt(2));
                out.writeInt(row.getBytes(3).length);
                out.write(row.getBytes(3));
            }
        }
        out.write(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        Files.createDirectories(folder);
        Files.write(folder.resolve("pads-%02d-%d".formatted(HERE, version)), bytes.toByteArray());
    }
}
