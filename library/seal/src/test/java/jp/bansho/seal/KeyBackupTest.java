package jp.bansho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.bansho.seal.KeysRefused.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any three of five people bring all keys back; two cannot, and nobody can slip anything in.
class KeyBackupTest {

    private static final KeyName SEAL = new KeyName(KeyPurpose.NUMBER_SEAL, 28, 1);
    private static final KeyName PADS = new KeyName(KeyPurpose.PAD_SEAL, 28, 1);
    private static final KeyName SIGNING = new KeyName(KeyPurpose.AUDIT_SIGNING, 0, 1);

    @TempDir
    Path folder;

    private KeyRing ring;
    private KeyBackup.Written backup;

    @BeforeEach
    void backUp() throws IOException {
        ring = KeyRing.create(folder.resolve("ring"), new FileKeyHolder(folder.resolve("kek")));
        for (var name : List.of(SEAL, PADS, SIGNING)) {
            ring.make(name);
        }
        backup = write(Files.createDirectory(folder.resolve("out")), 3, 5);
    }

    @Test
    void anyThreeOfFiveBringTheSameKeysBack() throws IOException {
        for (var first = 0; first < 5; first++) {
            for (var second = 0; second < 5; second++) {
                for (var third = 0; third < 5; third++) {
                    if (Set.of(1 << first | 1 << second | 1 << third).stream()
                            .anyMatch(bits -> Integer.bitCount(bits) == 3)) {
                        var home = Files.createDirectory(folder.resolve("home-" + first + second + third));
                        var restored = restore(home, shares(first, second, third));
                        same(restored);
                        same(KeyRing.open(home.resolve("ring"), new FileKeyHolder(home.resolve("kek"))));
                    }
                }
            }
        }
    }

    @Test
    void otherThresholdsWorkAndSharesSayNothingAboutEachOther() throws IOException {
        for (var plan : new int[][] {{2, 2}, {2, 3}, {5, 5}, {20, 20}}) {
            var out = Files.createDirectory(folder.resolve("out-" + plan[0] + "-" + plan[1]));
            var written = write(out, plan[0], plan[1]);
            var from = plan[1] - plan[0];
            assertThat(KeyBackup.names(written.file(), written.shares().subList(from, plan[1])))
                    .isEqualTo(ring.names());
            var values = new HashSet<String>();
            for (var share : written.shares()) {
                values.add(Files.readAllLines(share).get(4));
                assertThat(Files.getPosixFilePermissions(share))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
            assertThat(values).hasSize(plan[1]);
        }
        for (var plan : new int[][] {{1, 3}, {3, 2}, {2, 21}, {0, 0}}) {
            assertThatThrownBy(() -> write(folder, plan[0], plan[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void oneShareLessThanNeededOpensNothing() throws IOException {
        refused(shares(0, 1), Reason.TOO_FEW_SHARES);
        refused(shares(0, 1, 1), Reason.SHARE_TWICE);
        // somebody who forges the threshold in backup and shares still lacks the third value
        var text = Files.readString(backup.file());
        Files.writeString(backup.file(), text.replace(" 3/5\n", " 2/5\n"));
        var forged = new ArrayList<Path>();
        for (var share : shares(0, 1)) {
            var read = KeyShare.read(share);
            var file = folder.resolve("forged-" + read.number());
            new KeyShare(read.set(), read.number(), 5, 2, read.value()).write(file);
            forged.add(file);
        }
        refused(forged, Reason.BACKUP_DAMAGED);
    }

    @Test
    void aShareOfAnotherSetIsRefusedByName() throws IOException {
        var other = write(Files.createDirectory(folder.resolve("other")), 3, 5);
        refused(
                List.of(
                        shares(0).getFirst(),
                        shares(1).getFirst(),
                        other.shares().get(2)),
                Reason.SHARE_OF_ANOTHER_SET);
        refused(other.shares(), Reason.SHARE_OF_ANOTHER_SET);
        // and one that claims to belong does not help
        var stranger = KeyShare.read(other.shares().get(2));
        var file = folder.resolve("claims");
        new KeyShare(backup.set(), 3, 5, 3, stranger.value()).write(file);
        refused(List.of(shares(0).getFirst(), shares(1).getFirst(), file), Reason.BACKUP_DAMAGED);
    }

    @Test
    void anyChangedCharacterOfAShareIsSeen() throws IOException {
        var share = shares(2).getFirst();
        var text = Files.readString(share);
        var random = new Random(20261122);
        for (var i = 0; i < 300; i++) {
            var at = random.nextInt(text.length());
            var other = "0123456789abcdef".charAt(random.nextInt(16));
            if (!Character.isWhitespace(text.charAt(at)) && text.charAt(at) != other) {
                Files.writeString(share, text.substring(0, at) + other + text.substring(at + 1));
                refused(shares(0, 1, 2), Reason.SHARE_DAMAGED);
            }
        }
        Files.delete(share);
        refused(shares(0, 1, 2), Reason.MISSING);
    }

    @Test
    void anyChangeOfTheBackupIsSeenAndNothingIsWritten() throws IOException {
        var bytes = Files.readAllBytes(backup.file());
        var random = new Random(4);
        for (var i = 0; i < 300; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(backup.file(), changed);
            assertThatThrownBy(() -> restore(folder.resolve("nowhere"), shares(0, 1, 2)))
                    .as("change " + i)
                    .isInstanceOfAny(KeysRefused.class);
            assertThat(folder.resolve("nowhere")).doesNotExist();
        }
        var lines = Files.readAllLines(write(bytes));
        for (var missing = 1; missing < lines.size(); missing++) {
            var less = new ArrayList<>(lines);
            less.remove(missing);
            Files.writeString(backup.file(), String.join("\n", less) + "\n");
            refused(shares(0, 1, 2), Reason.BACKUP_DAMAGED);
        }
        var swapped = new String(bytes, StandardCharsets.US_ASCII)
                .replace(SEAL.written(), "x")
                .replace(PADS.written(), SEAL.written())
                .replace("x ", PADS.written() + " ");
        Files.writeString(backup.file(), swapped);
        refused(shares(0, 1, 2), Reason.BACKUP_DAMAGED);
    }

    @Test
    void aRingOrAKeyThatIsThereIsNotOverwritten() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        Files.copy(folder.resolve("ring"), home.resolve("ring"));
        assertRefused(() -> restore(home, shares(0, 1, 2)), Reason.EXISTS);
        assertThat(home.resolve("kek")).doesNotExist();
        Files.delete(home.resolve("ring"));
        Files.copy(folder.resolve("kek"), home.resolve("kek"));
        assertRefused(() -> restore(home, shares(0, 1, 2)), Reason.EXISTS);
        assertThat(home.resolve("ring")).doesNotExist();
    }

    @Test
    void keysThatWereDestroyedSinceCanBeLeftOut() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        var restored = KeyBackup.restore(
                backup.file(),
                shares(4, 3, 2),
                home.resolve("ring"),
                new FileKeyHolder(home.resolve("kek")),
                List.of(PADS));
        assertThat(restored.names()).containsExactlyInAnyOrder(SEAL, SIGNING);
    }

    @Test
    void noFileHoldsAKeyInTheClear() throws IOException {
        for (var file : List.of(backup.file(), backup.shares().getFirst())) {
            var text = Files.readString(file);
            for (var name : List.of(SEAL, PADS)) {
                var clear = ring.secretKey(name).getEncoded();
                assertThat(text)
                        .doesNotContain(HexFormat.of().formatHex(clear))
                        .doesNotContain(Base64.getEncoder().encodeToString(clear));
            }
        }
        assertThat(KeyShare.read(backup.shares().getFirst()).toString())
                .doesNotContain(
                        Files.readAllLines(backup.shares().getFirst()).get(4).substring(6));
    }

    private KeyBackup.Written write(Path out, int needed, int of) {
        return KeyBackup.write(ring, ring.names(), out, KeyBackup.newSet(), needed, of);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(backup.file(), bytes);
    }

    private void same(KeyRing restored) {
        assertThat(restored.names()).isEqualTo(ring.names());
        for (var name : ring.names()) {
            assertThat(restored.checkValue(name)).as(name.written()).isEqualTo(ring.checkValue(name));
        }
        assertThat(restored.verifyingKey(SIGNING)).isEqualTo(ring.verifyingKey(SIGNING));
        assertThat(restored.keyEncryptionId()).isNotEqualTo(ring.keyEncryptionId());
    }

    private KeyRing restore(Path home, List<Path> shares) {
        return KeyBackup.restore(
                backup.file(), shares, home.resolve("ring"), new FileKeyHolder(home.resolve("kek")), List.of());
    }

    private List<Path> shares(int... which) {
        var chosen = new ArrayList<Path>();
        for (var one : which) {
            chosen.add(backup.shares().get(one));
        }
        return chosen;
    }

    private void refused(List<Path> shares, Reason reason) {
        assertRefused(() -> restore(folder.resolve("nowhere"), shares), reason);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private static void assertRefused(Runnable start, Reason reason) {
        assertThatThrownBy(start::run)
                .isInstanceOfSatisfying(
                        KeysRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
