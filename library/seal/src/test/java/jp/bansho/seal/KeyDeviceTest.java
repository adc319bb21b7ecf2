package jp.bansho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.bansho.testing.KeyDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key-encryption key in a key device: SoftHSM, through the same library calls that a device of steel takes.
class KeyDeviceTest {

    private static final KeyName SEAL = new KeyName(KeyPurpose.NUMBER_SEAL, 28, 1);
    private static final KeyName PADS = new KeyName(KeyPurpose.PAD_SEAL, 28, 1);
    private static final KeyName SIGNING = new KeyName(KeyPurpose.AUDIT_SIGNING, 0, 1);

    @TempDir
    Path folder;

    private KeyDevice device;
    private Path file;
    private KeyRing ring;

    @BeforeEach
    void makeKeys() {
        device = KeyDevice.start();
        file = folder.resolve("keys");
        ring = KeyRing.create(file, holder());
        for (var name : List.of(SEAL, PADS, SIGNING)) {
            ring.make(name);
        }
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void givesBackTheSameKeysAndLeavesNothingButOneUnreadableObject() {
        var again = KeyRing.open(file, holder());

        assertThat(again.secretKey(SEAL).getEncoded())
                .isEqualTo(ring.secretKey(SEAL).getEncoded())
                .hasSize(32);
        assertThat(again.keyEncryptionId()).startsWith("pkcs11:");
        assertThat(device.listing())
                .containsOnlyOnce("Secret Key Object; AES length 32")
                .contains("Access:     sensitive, always sensitive, never extractable, local")
                .contains("Usage:      encrypt, decrypt")
                .doesNotContain("wrap");
    }

    @Test
    void refusesAKeyUnderAnotherNameOrWithAFlippedBit() throws IOException {
        var text = Files.readString(file);
        Files.writeString(
                file,
                text.replace(SEAL.written(), "x")
                        .replace(PADS.written(), SEAL.written())
                        .replace("x ", PADS + " "));
        refused(() -> KeyRing.open(file, holder()), KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);

        var line = Files.readAllLines(file).get(1);
        var flipped = line.substring(0, 30) + (line.charAt(30) == 'A' ? 'B' : 'A') + line.substring(31);
        Files.writeString(file, text.replace(line, flipped));
        refused(() -> KeyRing.open(file, holder()), KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);

        Files.writeString(file, text);
        assertThat(KeyRing.open(file, holder()).names()).hasSize(3);
    }

    @Test
    void destroyingKeysReplacesTheObjectSoThatNoOldCopyOpens() throws IOException {
        var copy = Files.copy(file, folder.resolve("copy"));
        Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));

        ring.destroy(List.of(PADS));

        refused(() -> KeyRing.open(copy, holder()), KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
        assertThat(KeyRing.open(file, holder()).names()).containsExactly(SIGNING, SEAL);
        assertThat(device.listing()).containsOnlyOnce("Secret Key Object");
    }

    @Test
    void movesFromFileToDeviceAndBackWhileAnotherProcessLooksOn() {
        var kek = folder.resolve("kek");
        var other = folder.resolve("other-keys");
        var second = KeyDevice.start();
        var onDevice = new Pkcs11KeyHolder(KeyDevice.LIBRARY, second.label(), second.pinFile());
        var places =
                new KeyPlaces(KeyPlace.FILE, Map.of(KeyPlace.FILE, new FileKeyHolder(kek), KeyPlace.DEVICE, onDevice));
        var first = KeyRing.create(other, places);
        first.make(SEAL);
        var key = first.secretKey(SEAL).getEncoded();
        var lookingOn = KeyRing.open(other, places);

        var moved = first.move(KeyPlace.DEVICE);
        assertThat(moved.destroyed()).startsWith("file:");
        assertThat(kek).doesNotExist();
        assertThat(lookingOn.secretKey(SEAL).getEncoded()).isEqualTo(key);

        var back = lookingOn.move(KeyPlace.FILE);
        assertThat(back).isEqualTo(new KeyRing.Replaced(moved.current(), lookingOn.keyEncryptionId()));
        assertThat(kek).exists();
        assertThat(first.secretKey(SEAL).getEncoded()).isEqualTo(key);
        assertThat(second.listing()).doesNotContain("Secret Key Object");
        second.close();
    }

    @Test
    void aDeviceThatIsGoneIsRefusedByNameAndComesBackByItself() {
        device.takeAway();

        assertThat(ring.probe()).get().extracting(KeysRefused::reason).isEqualTo(KeysRefused.Reason.DEVICE_GONE);
        refused(() -> ring.secretKey(SEAL), KeysRefused.Reason.DEVICE_GONE);
        refused(() -> KeyRing.open(file, holder()), KeysRefused.Reason.DEVICE_GONE);
        assertThatThrownBy(ring::requirePresent).isInstanceOf(KeysRefused.class);

        device.putBack();
        assertThat(ring.probe()).isEmpty();
        ring.requirePresent();
        assertThat(ring.secretKey(SEAL).getEncoded()).hasSize(32);
    }

    @Test
    void oneDeviceThatIsGoneHarmsNobodyWhoUsesAnother() {
        try (var another = KeyDevice.start()) {
            var there = KeyRing.create(
                    folder.resolve("there"),
                    new Pkcs11KeyHolder(KeyDevice.LIBRARY, another.label(), another.pinFile()));
            there.make(SEAL);
            var key = there.secretKey(SEAL).getEncoded();
            device.takeAway();

            for (var i = 0; i < 3; i++) {
                assertThat(ring.probe()).isPresent();
                assertThat(there.secretKey(SEAL).getEncoded()).isEqualTo(key);
                there.make(new KeyName(KeyPurpose.NUMBER_SEAL, 28, i + 2));
            }
            assertThat(there.move(KeyPlace.DEVICE).current()).startsWith("pkcs11:");
        }
    }

    @Test
    void aRefusedPinIsTriedOnceAndNotUntilTheDeviceLocksItself() throws IOException {
        device.takeAway();
        assertThat(ring.probe()).isPresent();
        Files.writeString(device.pinFile(), "9999");
        device.putBack();

        for (var i = 0; i < 20; i++) {
            assertThat(ring.probe()).get().extracting(KeysRefused::reason).isEqualTo(KeysRefused.Reason.DEVICE_PIN);
        }
        Files.writeString(device.pinFile(), "4321\n");
        assertThat(ring.probe()).isEmpty();
        assertThat(ring.secretKey(SEAL).getEncoded()).hasSize(32);
    }

    @Test
    void aPinFileThatIsMissingOrOpenToOthersIsRefused() throws IOException {
        device.takeAway();
        assertThat(ring.probe()).isPresent();
        device.putBack();

        Files.setPosixFilePermissions(device.pinFile(), PosixFilePermissions.fromString("rw-r-----"));
        refused(() -> KeyRing.open(file, holder()), KeysRefused.Reason.OPEN_TO_OTHERS);
        Files.delete(device.pinFile());
        refused(() -> KeyRing.open(file, holder()), KeysRefused.Reason.MISSING);
    }

    @Test
    void neverMakesASecondFirstKeyAndKnowsALibraryThatIsNotThere() {
        refused(() -> KeyRing.create(folder.resolve("again"), holder()), KeysRefused.Reason.EXISTS);
        refused(
                () -> new Pkcs11KeyHolder(Path.of("/nonexistent.so"), device.label(), device.pinFile()).first(),
                KeysRefused.Reason.DEVICE_GONE);
        refused(
                () -> new Pkcs11KeyHolder(KeyDevice.LIBRARY, "another", device.pinFile()).first(),
                KeysRefused.Reason.DEVICE_GONE);
    }

    @Test
    void manyThreadsShareOneSession() throws Exception {
        var key = ring.secretKey(SEAL).getEncoded();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = threads.invokeAll(IntStream.range(0, 200)
                    .<Callable<byte[]>>mapToObj(_ -> () -> ring.secretKey(SEAL).getEncoded())
                    .toList());
            for (var answer : asked) {
                assertThat(answer.get()).isEqualTo(key);
            }
        }
    }

    private KeyHolder holder() {
        return new Pkcs11KeyHolder(KeyDevice.LIBRARY, device.label(), device.pinFile());
    }

    private static void refused(Runnable start, KeysRefused.Reason reason) {
        assertThatThrownBy(start::run)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
