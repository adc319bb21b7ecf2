package jp.bansho.numbers.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.store.Sql;
import jp.bansho.seal.KeysRefused;
import jp.bansho.seal.KeysRefused.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// With keys that are not this database's keys the machine does not start, and writes nothing (S1).
class WrongKeysTest {

    private static TestMachine machine;
    private static TestMachine other;
    private static Path kept;
    private static String before;

    @BeforeAll
    static void twoInstallations() throws Exception {
        machine = TestMachine.start();
        machine.register(TestMachine.HYOGO, 0, 3);
        machine.stop();
        other = TestMachine.start();
        other.stop();
        kept = Files.createDirectory(machine.folder().resolve("kept"));
        copy(machine.home().keyRing(), kept.resolve("ring"));
        copy(machine.home().keyEncryptionKey(), kept.resolve("key"));
        before = everything();
    }

    @AfterEach
    void nothingWasWrittenAndWithTheRightKeysItStarts() throws Exception {
        assertThat(everything()).isEqualTo(before);
        copy(kept.resolve("ring"), machine.home().keyRing());
        copy(kept.resolve("key"), machine.home().keyEncryptionKey());
        machine.again();
        machine.kill();
    }

    @AfterAll
    static void close() {
        machine.close();
        other.close();
    }

    @Test
    void anotherKeyEncryptionKey() throws IOException {
        copy(other.home().keyEncryptionKey(), machine.home().keyEncryptionKey());
        refused(Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void anotherKeyRing() throws IOException {
        copy(other.home().keyRing(), machine.home().keyRing());
        refused(Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void allKeysOfAnotherInstallation() throws IOException {
        copy(other.home().keyRing(), machine.home().keyRing());
        copy(other.home().keyEncryptionKey(), machine.home().keyEncryptionKey());
        refused(Reason.NOT_THE_DATABASES_KEYS);
    }

    @Test
    void oneKeyUnderTheNameOfAnother() throws IOException {
        var seal = line("number-seal/28/1 ");
        var index = line("number-index/28/1 ");
        edit(seal, "number-seal/28/1 " + index.substring(index.indexOf(' ') + 1));
        refused(Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void oneKeyOfAnotherAssociation() throws IOException {
        var here = line("pad-seal/28/1 ");
        var there = line("pad-seal/11/1 ");
        edit(here, "pad-seal/28/1 " + there.substring(there.indexOf(' ') + 1));
        refused(Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void aMissingKey() throws IOException {
        edit(line("number-index/11/1 ") + "\n", "");
        refused(Reason.MISSING);
    }

    @Test
    void aMissingRingOrKeyFile() throws IOException {
        Files.delete(machine.home().keyRing());
        refused(Reason.MISSING);
        copy(kept.resolve("ring"), machine.home().keyRing());
        Files.delete(machine.home().keyEncryptionKey());
        refused(Reason.MISSING);
    }

    @Test
    void aDamagedRingOrOneThatOthersMayRead() throws IOException {
        edit("bansho-keys 1", "bansho-keys 9");
        refused(Reason.DAMAGED);
        copy(kept.resolve("ring"), machine.home().keyRing());
        for (var file : List.of(machine.home().keyRing(), machine.home().keyEncryptionKey())) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            refused(Reason.OPEN_TO_OTHERS);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void anotherHomeInstalledOnThisDatabaseIsRefusedAndLocksNobodyOut() throws Exception {
        var folder = Files.createTempDirectory(machine.folder(), "stranger");
        var stranger = new Home(folder.resolve("home"));

        assertThatThrownBy(() -> TestMachine.install(machine.database(), stranger, folder, "anotherpassword"))
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_THE_DATABASES_KEYS));
    }

    @Test
    void anEmptyHomeIsNotAnInstallation() throws IOException {
        var empty = new Home(Files.createTempDirectory(machine.folder(), "empty"));
        assertThatThrownBy(() -> TestMachine.run(empty)).rootCause().isInstanceOf(NotInstalled.class);
    }

    private static void refused(Reason reason) {
        assertThatThrownBy(machine::again)
                .rootCause()
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /// Everything in the database that a start could change, the login's password included.
    private static String everything() throws SQLException {
        try (var administrator = machine.superuser()) {
            var state = new StringBuilder();
            for (var table : List.of(
                    "vault.key_check",
                    "vault.sealed_number",
                    "vault.index_alive",
                    "audit.record",
                    "audit.head",
                    "linkage.association",
                    "job.job")) {
                state.append(Sql.rows(administrator, "select t::text from " + table + " t order by 1"));
            }
            return state.append(
                            Sql.rows(administrator, "select rolpassword from pg_authid where rolname = 'bansho_app'"))
                    .toString();
        }
    }

    private static String line(String start) throws IOException {
        return Files.readAllLines(machine.home().keyRing()).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static void edit(String from, String to) throws IOException {
        var ring = machine.home().keyRing();
        var text = Files.readString(ring);
        assertThat(text).contains(from);
        Files.writeString(ring, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
