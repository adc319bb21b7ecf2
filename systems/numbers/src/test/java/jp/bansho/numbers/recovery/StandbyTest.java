package jp.bansho.numbers.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.AuditVerifier;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.HeadKeeper;
import jp.bansho.machine.Home;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.vault.Revealed;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.testing.Database;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/// A standby by streaming replication, as docs/runbooks/standby.md says, from a backup of ours.
class StandbyTest {

    private static final int HERE = Site.HERE;

    @Test
    void aStandbyFollowsTakesOverAndTheMachineGoesOnThere() throws Exception {
        try (var site = Site.open()) {
            site.work(0, 30);
            var backup = site.backup();
            var machine = site.machine();
            var name = machine.database().url().replaceFirst(".*/", "");
            var folder = site.folder().resolve("standby");
            site.restore(new RestoreOrder(backup.file(), folder, null, null, null, Site.ADMINISTRATOR));
            Files.delete(folder.resolve("recovery.signal"));
            Files.createFile(folder.resolve("standby.signal"));
            Files.writeString(folder.resolve("postgresql.auto.conf"), follow(machine.home()), StandardCharsets.UTF_8);

            try (var standby = PostgresServer.embedded(folder, Map.of("hot_standby", "on"))) {
                var database = standby.administrator().named(name);
                site.work(30, 50);
                var before = site.rows();
                waitFor(database, before.getOrDefault("audit.record", List.of()).size());
                try (var administrator = database.connect()) {
                    assertThat(AllRows.differences(before, AllRows.of(administrator)))
                            .isEmpty();
                    assertThat(Sql.rows(administrator, "select pg_is_in_recovery()"))
                            .containsExactly("t");
                }
                machine.part(HeadKeeper.class).export();
                site.kill();

                database.execute("select pg_promote(true, 60)");
                takesOver(site, standby);
            }
        }
    }

    private static String follow(Home home) {
        var login = Home.load(home.backupLogin());
        var url = Home.load(home.database()).getProperty("url");
        var port = url.replaceFirst(".*:(\\d+)/.*", "$1");
        return "primary_conninfo = 'host=127.0.0.1 port=%s user=%s password=%s'\n"
                .formatted(port, login.getProperty("user"), login.getProperty("password"));
    }

    /// Waits until as many records have arrived.
    private static void waitFor(Database standby, int records) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (var administrator = standby.connect()) {
            while (Sql.number(administrator, "select count(*) from audit.record") < records) {
                assertThat(System.nanoTime()).as("the standby follows").isLessThan(deadline);
                Sql.rows(administrator, "select pg_sleep(0.05)");
            }
        }
    }

    private static void takesOver(Site site, PostgresServer standby) throws Exception {
        var machine = site.machine();
        machine.movedTo(standby);
        var vault = machine.part(Vault.class);
        assertThat(vault.rebuildIndex(machine.clerk(HERE), HERE))
                .as("the index is never replicated")
                .isPositive();
        assertThat(site.reveal(35)).isInstanceOf(Revealed.Shown.class);
        site.work(60, 70);
        machine.part(HeadKeeper.class).exportAndRecord();
        sound(site);
    }

    private static void sound(Site site) throws SQLException, IOException {
        var home = site.machine().home();
        try (var connection = site.machine().superuser()) {
            var found = new AuditVerifier(home.auditHeads(), KeyFile.read(home.auditPublicKey())).verify(connection);
            assertThat(found.sound()).isTrue();
        }
    }
}
