package jp.bansho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final KeyName SEAL = new KeyName(KeyPurpose.NUMBER_SEAL, 28, 1);
    private static final KeyName INDEX = new KeyName(KeyPurpose.NUMBER_INDEX, 28, 1);
    private static final KeyName SIGNING = new KeyName(KeyPurpose.AUDIT_SIGNING, 0, 1);

    @TempDir
    Path folder;

    private Path kek;
    private Path keys;

    @BeforeEach
    void makeKeys() {
        kek = folder.resolve("kek");
        keys = folder.resolve("keys");
        var ring = KeyRing.create(keys, FileKeyEncryption.create(kek));
        ring.make(SEAL);
        ring.make(INDEX);
        ring.make(SIGNING);
    }

    @Test
    void givesBackTheSameKeysAfterAReopen() {
        var first = open().secretKey(SEAL).getEncoded();
        assertThat(open().secretKey(SEAL).getEncoded()).isEqualTo(first).hasSize(32);
        assertThat(open().names()).containsExactlyInAnyOrder(SEAL, INDEX, SIGNING);
        assertThat(open().checkValue(SEAL)).isEqualTo(open().checkValue(SEAL)).isNotEqualTo(open().checkValue(INDEX));
    }

    @Test
    void namesTheNewestVersion() {
        var ring = open();
        for (var version = 2; version <= 11; version++) {
            ring.make(new KeyName(KeyPurpose.NUMBER_INDEX, 28, version));
        }
        assertThat(open().newest(KeyPurpose.NUMBER_INDEX, 28).version()).isEqualTo(11);
        assertRefused(() -> open().newest(KeyPurpose.NUMBER_INDEX, 29), KeysRefused.Reason.MISSING);
    }

    @Test
    void refusesAnotherKeyEncryptionKey() {
        var stranger = FileKeyEncryption.create(folder.resolve("stranger"));
        assertRefused(() -> KeyRing.open(keys, stranger), KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void refusesAnotherKeyEncryptionKeyEvenUnderAForgedHeader() throws IOException {
        var stranger = FileKeyEncryption.create(folder.resolve("stranger"));
        var text = Files.readString(keys);
        Files.writeString(keys, text.replaceFirst("file:[0-9a-f]+", stranger.id()));
        assertRefused(() -> KeyRing.open(keys, stranger), KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void refusesTwoKeysSwapped() throws IOException {
        var text = Files.readString(keys);
        Files.writeString(
                keys,
                text.replace(SEAL.written(), "x")
                        .replace(INDEX.written(), SEAL.written())
                        .replace("x ", INDEX + " "));
        assertRefused(this::open, KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void refusesDamageLossAndOpenFiles() throws IOException {
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(this::open, KeysRefused.Reason.OPEN_TO_OTHERS);
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(keys, Files.readString(keys).substring(0, 60), StandardCharsets.US_ASCII);
        assertRefused(this::open, KeysRefused.Reason.DAMAGED);
        Files.delete(keys);
        assertRefused(this::open, KeysRefused.Reason.MISSING);
        Files.delete(kek);
        assertRefused(this::open, KeysRefused.Reason.MISSING);
    }

    @Test
    void neverOverwritesKeys() {
        assertRefused(() -> FileKeyEncryption.create(kek), KeysRefused.Reason.EXISTS);
        assertRefused(() -> KeyRing.create(keys, FileKeyEncryption.open(kek)), KeysRefused.Reason.EXISTS);
        assertRefused(() -> open().make(SEAL), KeysRefused.Reason.EXISTS);
    }

    @Test
    void holdsNoKeyInTheClear() throws IOException {
        var file = Files.readAllBytes(keys);
        var clear = open().secretKey(SEAL).getEncoded();
        var base64 = java.util.Base64.getEncoder().encodeToString(clear);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain(base64);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(clear, StandardCharsets.ISO_8859_1));
    }

    @Test
    void signsWhatThePublicHalfVerifies() throws GeneralSecurityException {
        var signing = Signature.getInstance("Ed25519");
        signing.initSign(open().signingKey(SIGNING));
        signing.update("head".getBytes(StandardCharsets.UTF_8));
        var signature = signing.sign();
        var verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(open().verifyingKey(SIGNING));
        verifying.update("head".getBytes(StandardCharsets.UTF_8));
        assertThat(verifying.verify(signature)).isTrue();
    }

    private KeyRing open() {
        return KeyRing.open(keys, FileKeyEncryption.open(kek));
    }

    private static void assertRefused(Runnable start, KeysRefused.Reason reason) {
        assertThatThrownBy(start::run)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
