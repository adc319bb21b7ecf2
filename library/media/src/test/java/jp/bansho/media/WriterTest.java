package jp.bansho.media;

import static jp.bansho.media.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

    @TempDir
    private Path place;

    private final Post post = new Post();

    @Test
    void anUnfinishedWriterLeavesNothing() throws IOException {
        var folder = place.resolve("parcel");
        try (var writer = post.writer(folder, 16)) {
            writer.add("a.bin", out -> {
                out.write(new byte[100]);
                return new Counts(1, 1);
            });
            assertThat(folder).isNotEmptyDirectory();
            assertRefused(Reason.UNFINISHED, () -> post.inspect(folder));
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void aPayloadThatBreaksOffCannotBeFinished() throws IOException {
        var folder = place.resolve("parcel");
        try (var writer = post.writer(folder, 16)) {
            assertThatThrownBy(() -> writer.add("a.bin", out -> {
                        out.write(new byte[100]);
                        throw new IOException("the source is gone");
                    }))
                    .hasMessage("the source is gone");
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void aParcelIsNeverWrittenOverSomething() throws IOException {
        var folder = Files.createDirectory(place.resolve("parcel"));
        assertRefused(Reason.DESTINATION_TAKEN, () -> post.writer(folder, 16).close());
        assertThat(folder).isEmptyDirectory();
        assertRefused(
                Reason.CANNOT_WRITE,
                () -> post.writer(place.resolve("no/where"), 16).close());
    }

    @Test
    void unsuitedCertificatesAreRefusedBeforeAnythingIsWritten() {
        var folder = place.resolve("parcel");
        var holder = new Addressee.Holder(Post.RECIPIENT.certificate());
        assertRefused(Reason.SENDER_UNSUITED, () -> begin(folder, Post.RECIPIENT, holder));
        assertRefused(
                Reason.RECIPIENT_UNSUITED,
                () -> begin(folder, Post.SENDER, new Addressee.Holder(Post.SENDER.certificate())));
        post.now = Post.NOON.plus(Duration.ofDays(401));
        assertRefused(Reason.SENDER_UNSUITED, () -> begin(folder, Post.SENDER, holder));
        assertThat(folder).doesNotExist();
    }

    @Test
    void anExpiredRecipientAndAPastUseByDateAreRefused() {
        var old = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.RECEIVE,
                "association-28",
                Post.NOON.minus(Duration.ofDays(9)),
                Post.NOON.minus(Duration.ofDays(1)),
                Post.RANDOM);
        assertRefused(
                Reason.RECIPIENT_UNSUITED,
                () -> begin(place.resolve("parcel"), Post.SENDER, new Addressee.Holder(old.certificate())));
        post.now = Post.NOON.plus(Duration.ofDays(20));
        assertRefused(
                Reason.EXPIRED,
                () -> begin(place.resolve("parcel"), Post.SENDER, new Addressee.Holder(Post.RECIPIENT.certificate())));
    }

    @Test
    void aKeyThatIsNotTheCertificatesIsFoundBeforeTheManifestIsThere() throws IOException {
        var folder = place.resolve("parcel");
        var mixed = new CertifiedKey(Post.RECIPIENT.key(), Post.SENDER.certificate());
        try (var writer = ParcelWriter.begin(
                folder, Post.label(), mixed, new Addressee.Holder(Post.RECIPIENT.certificate()), post.clock)) {
            writer.add("a.bin", out -> new Counts(0, 0));
            assertRefused(Reason.SENDER_UNSUITED, writer::finish);
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void nothingThatLooksLikeANumberStandsOnALabelOrInAFileName() {
        for (var wrong : List.of("1234 5678 9012", "results 123456789012", "１２３４-５６７８-９０１２")) {
            assertThatThrownBy(() -> labelled(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("1234");
        }
        try (var writer = post.writer(place.resolve("parcel"), 16)) {
            assertThatThrownBy(() -> writer.add("results-123456789012.csv", out -> new Counts(0, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("1234");
        }
    }

    @Test
    void parcelNumbersAreOneOfAKindAndNeverLookLikeANumber() {
        var numbers = Stream.generate(() -> ParcelNumber.make(Post.RANDOM))
                .limit(1000)
                .toList();
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.text().equals(Rules.text("number", number.text())));
        assertThatThrownBy(() -> new ParcelNumber("P-00000-00000-00000-00000"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void begin(Path folder, CertifiedKey sender, Addressee addressee) {
        ParcelWriter.begin(folder, Post.label(), sender, addressee, post.clock).close();
    }

    private static Label labelled(String approval) {
        return new Label(
                ParcelNumber.make(Post.RANDOM),
                "identity-results",
                "registration",
                approval,
                "jlis",
                "association-28",
                "operator-3",
                LocalDate.of(2026, 11, 30),
                "return");
    }
}
