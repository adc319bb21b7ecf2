package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseTest {

    @TempDir
    private Path place;

    private final Post post = new Post();

    @Test
    void itOpensWhatItSealedAsItWasPrintedAndAsPeopleTypeIt() throws IOException {
        var passphrase = Passphrase.make(Post.RANDOM);
        post.send(
                place.resolve("parcel"),
                Post.label(),
                new Addressee.Words(passphrase),
                16,
                Map.of("a.bin", new byte[40]));
        var shown = new String(passphrase.shown());
        for (var typed :
                new String[] {shown, shown.toLowerCase(Locale.ROOT).replace('-', ' '), shown.replace("-", "")}) {
            var opener = new Opener.Words(((Passphrase.Typed.Right) Passphrase.typed(typed)).passphrase());
            assertThat(post.receive(place.resolve("parcel"), opener).get("a.bin"))
                    .isEqualTo(new byte[40]);
        }
    }

    @Test
    void anotherPassphraseIsRefusedByName() throws IOException {
        post.send(
                place.resolve("parcel"),
                Post.label(),
                new Addressee.Words(Passphrase.make(Post.RANDOM)),
                16,
                Map.of("a.bin", new byte[40]));
        var other = new Opener.Words(Passphrase.make(Post.RANDOM));
        Refusals.assertRefused(Reason.WRONG_PASSPHRASE, () -> post.receive(place.resolve("parcel"), other));
        Refusals.assertRefused(Reason.OTHER_CERTIFICATE, () -> post.receive(place.resolve("parcel")));
    }

    @Test
    void everyTypingErrorOfOneLetterOrTwoSwappedNeighboursIsFoundInItsGroup() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var right = new String(Passphrase.make(Post.RANDOM).shown()).replace("-", "");
            var wrong = new StringBuilder(right);
            var at = random.nextInt(right.length());
            if (random.nextBoolean()) {
                wrong.setCharAt(at, Letters.at(random.nextInt(32)));
            } else if (at + 1 < right.length() && at / 5 == (at + 1) / 5) {
                wrong.setCharAt(at, right.charAt(at + 1));
                wrong.setCharAt(at + 1, right.charAt(at));
            }
            if (!wrong.toString().equals(right)) {
                assertThat(Passphrase.typed(wrong))
                        .as("seed %d", seed)
                        .isEqualTo(new Passphrase.Typed.WrongGroup(at / 5 + 1));
            }
        }
    }

    @Test
    void groupsThatChangedPlacesMissingLettersAndForeignLettersAreFound() {
        var right = new String(Passphrase.make(Post.RANDOM).shown());
        var groups = right.split("-", -1);
        var first = groups[0];
        groups[0] = groups[1];
        groups[1] = first;
        assertThat(Passphrase.typed(String.join("-", groups))).isEqualTo(new Passphrase.Typed.WrongGroup(1));
        assertThat(Passphrase.typed(right.substring(1))).isEqualTo(new Passphrase.Typed.WrongLength());
        assertThat(Passphrase.typed(right + "2")).isEqualTo(new Passphrase.Typed.WrongLength());
        assertThat(Passphrase.typed("0" + right.substring(1))).isEqualTo(new Passphrase.Typed.WrongGroup(1));
        assertThat(Passphrase.typed("あ" + right.substring(1))).isEqualTo(new Passphrase.Typed.WrongGroup(1));
    }

    @Test
    void noTwoAreAlikeAndNoneShowsItself() {
        var all = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            all.add(new String(Passphrase.make(Post.RANDOM).shown()));
        }
        assertThat(all).hasSize(1000).allMatch(words -> words.length() == 41);
        var passphrase = Passphrase.make(Post.RANDOM);
        assertThat(passphrase).hasToString("Passphrase");
        passphrase.close();
        assertThat(new String(passphrase.shown()).replace("-", "").replace("\0", ""))
                .isEmpty();
    }

    @Test
    void itIsNowhereInTheParcel() throws IOException {
        var passphrase = Passphrase.make(Post.RANDOM);
        var folder = place.resolve("parcel");
        post.send(folder, Post.label(), new Addressee.Words(passphrase), 16, Map.of("a.bin", new byte[40]));
        var words = new String(passphrase.shown());
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(words).doesNotContain(words.replace("-", ""));
                for (var group : words.split("-", -1)) {
                    assertThat(bytes.contains(group) && file.endsWith("manifest.cms"))
                            .isFalse();
                }
            }
        }
    }
}
