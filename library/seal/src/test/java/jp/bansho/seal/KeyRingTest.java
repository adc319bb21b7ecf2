package jp.bansho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
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
        var ring = KeyRing.create(keys, new FileKeyHolder(kek));
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
        var stranger = new FileKeyHolder(folder.resolve("stranger"));
        stranger.first();
        assertRefused(() -> KeyRing.open(keys, stranger), KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void refusesAnotherKeyEncryptionKeyEvenUnderAForgedHeader() throws IOException {
        var stranger = new FileKeyHolder(folder.resolve("stranger"));
        var strangeId = stranger.first().id();
        var text = Files.readString(keys);
        Files.writeString(keys, text.replaceFirst("file:[0-9a-f]+", strangeId));
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
        assertRefused(() -> KeyRing.create(keys, new FileKeyHolder(kek)), KeysRefused.Reason.EXISTS);
        assertRefused(() -> open().make(SEAL), KeysRefused.Reason.EXISTS);
    }

    @Test
    void seesWhatAnotherProcessMadeOrDestroyed() {
        var here = open();
        var there = open();
        var second = new KeyName(KeyPurpose.NUMBER_SEAL, 28, 2);
        there.make(second);
        assertThat(here.newest(KeyPurpose.NUMBER_SEAL, 28)).isEqualTo(second);
        var index = here.secretKey(INDEX).getEncoded();
        there.destroy(List.of(SEAL));
        assertThat(here.names()).containsExactlyInAnyOrder(second, INDEX, SIGNING);
        assertThat(here.secretKey(INDEX).getEncoded()).isEqualTo(index);
        assertRefused(() -> here.secretKey(SEAL), KeysRefused.Reason.MISSING);
    }

    @Test
    void aKeyThatCouldNotBeSavedIsNoKey() throws IOException {
        var ring = open();
        var second = new KeyName(KeyPurpose.PAD_SEAL, 28, 2);
        var before = ring.keyEncryptionId();
        // a folder in the place of the file's next version: nothing can be written, whoever tries
        Files.createDirectories(
                keys.resolveSibling(keys.getFileName() + ".next").resolve("full"));
        assertThatThrownBy(() -> ring.make(second)).isInstanceOf(UncheckedIOException.class);
        assertThat(ring.names()).doesNotContain(second);
        assertThatThrownBy(() -> ring.destroy(List.of(SEAL))).isInstanceOf(UncheckedIOException.class);
        assertThat(ring.names()).contains(SEAL);
        assertThat(ring.keyEncryptionId()).isEqualTo(before);
        assertThat(open().names()).containsExactlyInAnyOrder(SEAL, INDEX, SIGNING);
    }

    @Test
    void destroyingMakesEveryEarlierCopyOfTheRingWorthless() throws IOException {
        var copy = Files.readString(keys);
        var replaced = open().destroy(List.of(SEAL));
        assertThat(replaced.destroyed()).isNotEqualTo(replaced.current());
        assertThat(open().keyEncryptionId()).isEqualTo(replaced.current());
        Files.writeString(keys, copy);
        assertRefused(this::open, KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
        Files.writeString(keys, copy.replace(replaced.destroyed(), replaced.current()));
        assertRefused(this::open, KeysRefused.Reason.WRONG_KEY_ENCRYPTION_KEY);
    }

    @Test
    void survivesACrashAtEachStepOfADestruction() throws IOException {
        var ring = Files.readString(keys);
        var oldKey = Files.readString(kek);
        var next = kek.resolveSibling("kek.next");
        new FileKeyHolder(kek).make(KeyPlace.FILE);
        // the new key-encryption key was made, the ring not yet wrapped
        assertThat(open().names()).contains(SEAL);
        assertThat(next).doesNotExist();
        open().destroy(List.of(SEAL));
        var newKey = Files.readString(kek);
        // the ring is wrapped anew, the old key-encryption key not yet destroyed
        put(kek, oldKey);
        put(next, newKey);
        assertThat(open().names()).containsExactlyInAnyOrder(INDEX, SIGNING);
        assertThat(Files.readString(kek)).isEqualTo(newKey);
        assertThat(next).doesNotExist();
        // the old one is overwritten and not yet gone
        Files.move(kek, next);
        Files.write(kek, new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2, 3});
        Files.setPosixFilePermissions(kek, PosixFilePermissions.fromString("rw-------"));
        assertThat(open().names()).containsExactlyInAnyOrder(INDEX, SIGNING);
        assertThat(Files.readString(kek)).isEqualTo(newKey);
        // the old one is destroyed, the new one not yet in its place
        Files.move(kek, next);
        assertThat(open().names()).containsExactlyInAnyOrder(INDEX, SIGNING);
        assertThat(Files.readString(kek)).isEqualTo(newKey);
        assertThat(Files.readString(keys)).isNotEqualTo(ring);
    }

    private static void put(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
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
        return KeyRing.open(keys, new FileKeyHolder(kek));
    }

    private static void assertRefused(Runnable start, KeysRefused.Reason reason) {
        assertThatThrownBy(start::run)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
