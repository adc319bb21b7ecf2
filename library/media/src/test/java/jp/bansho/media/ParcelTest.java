package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParcelTest {

    @TempDir
    private Path place;

    private final Post post = new Post();

    @Test
    void whatWasSentArrivesWhateverItsSizeAroundTheBordersOfSegments() throws IOException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 12; round++) {
            var segment = 16 + random.nextInt(200);
            var files = new LinkedHashMap<String, byte[]>();
            for (var file = random.nextInt(4); file >= 0; file--) {
                var size = Math.max(0, segment * random.nextInt(4) + random.nextInt(3) - 1);
                var content = new byte[size];
                random.nextBytes(content);
                files.put("file-" + file + ".bin", content);
            }
            var folder = place.resolve("parcel" + round);
            var delivered = post.send(folder, segment, files);
            var received = post.receive(folder);
            assertThat(received.keySet()).as("seed %d", seed).isEqualTo(files.keySet());
            files.forEach((name, content) ->
                    assertThat(received.get(name)).as("seed %d, round", seed).isEqualTo(content));
            assertThat(delivered.manifest()).isEqualTo(post.inspect(folder).manifest());
            assertThat(delivered.manifestHash()).isEqualTo(post.inspect(folder).manifestHash());
        }
    }

    @ParameterizedTest
    @EnumSource(PracticeCertificate.Kind.class)
    void everySupportedKindOfKeySignsAndReceives(PracticeCertificate.Kind kind) throws IOException {
        var sender = Post.make(kind, PracticeCertificate.Use.SIGN, "jlis");
        var recipient = Post.make(kind, PracticeCertificate.Use.RECEIVE, "association-28");
        post.trusted = Trust.in(sender);
        var folder = place.resolve("parcel");
        var content = "一件".getBytes(StandardCharsets.UTF_8);
        try (var writer = ParcelWriter.begin(
                folder, Post.label(), sender, new Addressee.Holder(recipient.certificate()), post.clock)) {
            writer.add("a.txt", out -> {
                out.write(content);
                return Post.counts(content);
            });
            writer.finish();
        }
        assertThat(post.receive(folder, new Opener.Key(recipient)).get("a.txt")).isEqualTo(content);
    }

    @Test
    void keysLieInPkcs12FilesThatTheirOwnerAloneReads() throws IOException {
        var file = place.resolve("recipient.p12");
        Post.RECIPIENT.write(file, "practice".toCharArray());
        var read = CertifiedKey.read(file, "practice".toCharArray());
        assertThat(read.key()).isEqualTo(Post.RECIPIENT.key());
        assertThat(read.certificate()).isEqualTo(Post.RECIPIENT.certificate());
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        Refusals.assertRefused(Reason.KEY_FILE, () -> CertifiedKey.read(file, "wrong".toCharArray()));
        assertThatThrownBy(() -> Post.SENDER.write(file, "practice".toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aParcelIsCompleteOnlyWhenEverythingWasReadAndCountedAlike() throws IOException {
        var folder = place.resolve("parcel");
        post.send(folder, 16, new LinkedHashMap<>(Map.of("a.bin", new byte[40], "b.bin", new byte[3])));
        try (var opened = post.inspect(folder).open(new Opener.Key(Post.RECIPIENT))) {
            var right = Map.of("a.bin", new Counts(20, 40), "b.bin", new Counts(1, 3));
            for (var file : opened.manifest().files()) {
                Refusals.assertRefused(Reason.NOT_READ_TO_THE_END, () -> opened.complete(right));
                opened.stream(file).readNBytes((int) file.bytes());
                Refusals.assertRefused(Reason.NOT_READ_TO_THE_END, () -> opened.complete(right));
                opened.stream(file).readAllBytes();
            }
            Refusals.assertRefused(Reason.COUNTS_DIFFER, () -> opened.complete(Map.of("a.bin", new Counts(20, 40))));
            Refusals.assertRefused(
                    Reason.COUNTS_DIFFER,
                    () -> opened.complete(Map.of("a.bin", new Counts(20, 40), "b.bin", new Counts(1, 4))));
            assertThat(opened.complete(right).number())
                    .isEqualTo(opened.manifest().label().number());
        }
    }

    @Test
    void aSecondStreamEndsTheFirst() throws IOException {
        var folder = place.resolve("parcel");
        post.send(folder, 16, Map.of("a.bin", new byte[40]));
        var opened = post.inspect(folder).open(new Opener.Key(Post.RECIPIENT));
        var file = opened.manifest().files().getFirst();
        var first = opened.stream(file);
        var second = opened.stream(file);
        assertThatThrownBy(first::read).isInstanceOf(IllegalStateException.class);
        assertThat(second.readAllBytes()).hasSize(40);
        opened.close();
        assertThatThrownBy(second::read).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fileNamesOnTheMediumSayNothing() throws IOException {
        var folder = place.resolve("parcel");
        post.send(folder, 16, Map.of("identity-results-28.csv", new byte[40]));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("manifest.cms", "s0000001.cms", "s0000002.cms", "s0000003.cms");
        }
    }

    @Test
    void equalContentNeverLooksTheSame() throws IOException {
        post.send(place.resolve("one"), 64, Map.of("a.bin", new byte[64]));
        post.send(place.resolve("two"), 64, Map.of("a.bin", new byte[64]));
        assertThat(Files.readAllBytes(place.resolve("one/s0000001.cms")))
                .isNotEqualTo(Files.readAllBytes(place.resolve("two/s0000001.cms")));
    }
}
