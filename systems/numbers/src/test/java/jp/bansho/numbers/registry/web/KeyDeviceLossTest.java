package jp.bansho.numbers.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.machine.Home;
import jp.bansho.numbers.InventedFiles;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.keys.KeyWatch;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.store.Sql;
import jp.bansho.numbers.taxfile.FinishedSlips;
import jp.bansho.numbers.taxfile.SourceSlips;
import jp.bansho.numbers.terminal.Office.Present;
import jp.bansho.numbers.vault.Vault;
import jp.bansho.seal.KeyPlace;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.KeysRefused;
import jp.bansho.testing.Guest.Reply;
import jp.bansho.testing.KeyDevice;
import jp.bansho.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The key device is pulled out of a machine at work, and put back.
class KeyDeviceLossTest {

    private static final int HERE = TestMachine.HYOGO;

    private KeyDevice device;
    private Sheets sheets;
    private Present clerk;
    private KeyWatch watch;

    @BeforeEach
    void open() throws SQLException {
        device = KeyDevice.start();
        sheets = new Sheets(home -> Files.writeString(
                home.keys(),
                """
                        key-encryption = file
                        library = %s
                        token = %s
                        pin-file = %s
                        """.formatted(KeyDevice.LIBRARY, device.label(), device.pinFile()),
                StandardCharsets.UTF_8));
        sheets.machine.part(KeyRing.class).move(KeyPlace.DEVICE);
        clerk = sheets.office.present(HERE, AccountRole.CLERK, "pension");
        sheets.find(clerk.guest(), HERE, 0, "P-03");
        watch = sheets.machine.part(KeyWatch.class);
        assertThat(watch.look().present()).isTrue();
    }

    @AfterEach
    void close() {
        sheets.close();
        device.close();
    }

    @Test
    void nothingThatNeedsKeysIsServedUntilItIsBackAndThenItGoesOnByItself() throws Exception {
        assertThat(reveal().status()).isEqualTo(200);
        assertThat(vault().openedKeys()).isPositive();
        var season = FinishedSlips.of(sheets.machine, sheets.machine.folder().resolve("post"));
        var source = season.parcel(
                List.of(SourceSlips.slip("0", InventedFiles.userNumber(HERE, 0), "番所　太郎", "ﾊﾞﾝｼﾖ ﾀﾛｳ", 100, 0)));
        var since = watch.state().since();
        sheets.office.clock().pass(Duration.ofSeconds(1));

        device.takeAway();
        var gone = watch.look();

        assertThat(gone.present()).isFalse();
        assertThat(gone.reason()).isEqualTo("DEVICE_GONE");
        assertThat(gone.since()).isAfter(since);
        assertThat(vault().openedKeys()).as("keys in memory").isZero();
        var refused = reveal();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.page()).contains("鍵装置が応答しません", "現在、鍵を使う処理ができません");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        clerk.guest().post("/language", "language", "en", "back", "/");
        var english = reveal();
        assertThat(english.status()).isEqualTo(503);
        assertThat(english.page()).contains("the key device does not answer");
        var clerkHere = sheets.machine.clerk(HERE);
        var subject = sheets.machine.subject(InventedFiles.userNumber(HERE, 0));
        var number = IndividualNumber.ofClear(InventedFiles.number(HERE, 0));
        away(() -> vault().reveal(clerkHere, Purpose.PENSION_PAYMENT, HERE, subject, "x"));
        away(() -> vault().seek(clerkHere, Purpose.PENSION_PAYMENT, HERE, number));
        away(() -> sheets.machine.register(HERE, 10, 12));
        away(() -> season.preview(source));
        assertThat(sheets.get(clerk.guest(), "/").status())
                .as("what needs no key is served")
                .isEqualTo(200);
        assertThat(events("keys-away")).hasSize(4);
        assertThat(events("key-device-lost")).containsExactly("{\"reason\":\"DEVICE_GONE\"}");

        sheets.office.clock().pass(Duration.ofSeconds(90));
        device.putBack();
        assertThat(watch.look().present()).isTrue();

        assertThat(reveal().status()).isEqualTo(200);
        assertThat(vault().seek(clerkHere, Purpose.PENSION_PAYMENT, HERE, number))
                .isPresent();
        sheets.machine.register(HERE, 10, 12);
        assertThat(events("key-device-back")).containsExactly("{\"seconds\":90}");
        assertThat(events("number-revealed")).hasSize(2);
    }

    @Test
    void keysThatNobodyUsesLeaveMemoryAfterAWhile() throws SQLException {
        assertThat(reveal().status()).isEqualTo(200);
        assertThat(vault().openedKeys()).isPositive();
        sheets.office.clock().pass(Duration.ofMinutes(2));
        watch.look();
        assertThat(vault().openedKeys()).isPositive();

        sheets.office.clock().pass(Duration.ofMinutes(2));
        watch.look();

        assertThat(vault().openedKeys()).isZero();
        assertThat(reveal().status()).isEqualTo(200);
    }

    @Test
    void aMachineWhoseDeviceIsGoneDoesNotStartAndSetUpPutsItsFirstKeyIntoTheDevice() throws Exception {
        try (var another = KeyDevice.start()) {
            var folder = Files.createTempDirectory(sheets.machine.folder(), "second");
            var home = new Home(folder.resolve("home"));
            Files.createDirectories(home.folder());
            Files.writeString(
                    home.keys(),
                    "key-encryption = pkcs11\nlibrary = %s\ntoken = %s\npin-file = %s\n"
                            .formatted(KeyDevice.LIBRARY, another.label(), another.pinFile()));
            var database = PostgresServer.shared().newDatabase("numbers");
            TestMachine.install(database, home, folder);
            assertThat(home.keyEncryptionKey()).doesNotExist();
            assertThat(Files.readAllLines(home.keyRing()).getFirst()).startsWith("bansho-keys 1 pkcs11:");
            try (var running = TestMachine.run(home)) {
                assertThat(running.getBean(KeyWatch.class).look().present()).isTrue();
            }

            another.takeAway();
            assertThatThrownBy(() -> TestMachine.run(home))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            KeysRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(KeysRefused.Reason.DEVICE_GONE));
            another.putBack();
            TestMachine.run(home).close();
        }
    }

    private Reply reveal() throws SQLException {
        var once = Sheets.once(sheets.get(clerk.guest(), sheets.path(HERE, 0)));
        return sheets.post(
                clerk.guest(),
                sheets.path(HERE, 0) + "/number",
                "once",
                once,
                "purpose",
                "P-03",
                "caseReference",
                "R8-1");
    }

    private Vault vault() {
        return sheets.machine.part(Vault.class);
    }

    @FunctionalInterface
    private interface Act {
        Object done() throws Exception;
    }

    private static void away(Act act) {
        assertThatThrownBy(act::done)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refused -> assertThat(refused.isOfTheDevice()).isTrue());
    }

    private List<String> events(String name) throws SQLException {
        return Sql.rows(
                sheets.administrator, "select details from audit.record where event = '" + name + "' order by seq");
    }
}
