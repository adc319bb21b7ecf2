package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random damage, each found, and never a byte handed out that is not the sender's.
class TamperingTest {

    private static final int ROUNDS = 150;

    @TempDir
    private Path place;

    private final Post post = new Post();

    @Test
    void everyRandomDamageIsFoundAndNothingWrongIsHandedOut() throws IOException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var content = new byte[500];
        random.nextBytes(content);
        var folder = place.resolve("parcel");
        post.send(folder, 100, Map.of("a.bin", content));
        var originals = files(folder).stream().map(TamperingTest::bytes).toList();
        var names = files(folder);
        for (var round = 0; round < ROUNDS; round++) {
            var described = "seed " + seed + ", round " + round;
            if (damage(random, names, originals)) {
                assertThat(refused(folder, content, described)).as(described).isTrue();
            }
            for (var i = 0; i < names.size(); i++) {
                Files.write(names.get(i), originals.get(i));
            }
            for (var file : files(folder)) {
                if (!names.contains(file)) {
                    Files.delete(file);
                }
            }
        }
        assertThat(refused(folder, content, "undamaged")).isFalse();
    }

    @Test
    void everyFlippedByteOfTheManifestIsFound() throws IOException {
        var folder = place.resolve("parcel");
        var text = ManifestText.write(
                post.send(folder, 100, Map.of("a.bin", new byte[10])).manifest());
        var bytes = Files.readAllBytes(folder.resolve("manifest.cms"));
        assertThat(SignedManifest.verify(bytes, post.trusted, Post.NOON).text()).isEqualTo(text);
        for (var i = 0; i < bytes.length; i++) {
            var flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            assertThatThrownBy(() -> SignedManifest.verify(flipped, post.trusted, Post.NOON))
                    .as("byte %d", i)
                    .isInstanceOf(ParcelRefused.class);
        }
    }

    /// Flips, cuts, lengthens, swaps, repeats, removes or adds; false if nothing changed by chance.
    private static boolean damage(Random random, List<Path> names, List<byte[]> originals) throws IOException {
        var which = random.nextInt(names.size());
        var other = random.nextInt(names.size());
        var file = names.get(which);
        var bytes = originals.get(which).clone();
        switch (random.nextInt(7)) {
            case 0 -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
            case 1 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case 2 -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(50)));
            case 3 -> {
                Files.write(file, originals.get(other));
                Files.write(names.get(other), bytes);
                return which != other;
            }
            case 4 -> {
                Files.write(file, originals.get(other));
                return which != other;
            }
            case 5 -> Files.delete(file);
            default -> Files.write(file.resolveSibling(ParcelFiles.segment(names.size() + random.nextInt(9))), bytes);
        }
        return true;
    }

    /// True if the parcel is refused; whatever came out before is the beginning of what was sent.
    private boolean refused(Path folder, byte[] content, String described) throws IOException {
        try (var opened = post.inspect(folder).open(new Opener.Key(Post.RECIPIENT))) {
            var file = opened.manifest().files().getFirst();
            var out = Post.untilRefused(opened.stream(file));
            assertThat(out).as(described).isEqualTo(Arrays.copyOf(content, out.length));
            assertThat(out.length % 100).as(described).isZero();
            opened.complete(Map.of("a.bin", Post.counts(content)));
            return false;
        } catch (ParcelRefused e) {
            return true;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
