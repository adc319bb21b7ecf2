package jp.bansho.media;

import static jp.bansho.media.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each reason for which a parcel is not taken in, tried.
class RefusalTest {

    @TempDir
    private Path place;

    private final Post post = new Post();
    private Path folder = Path.of("");
    private ParcelNumber number = ParcelNumber.make(Post.RANDOM);

    @BeforeEach
    void send() throws IOException {
        folder = place.resolve("parcel");
        number = post.send(folder, 16, Map.of("a.bin", new byte[40]))
                .manifest()
                .label()
                .number();
    }

    @Test
    void aTamperedManifest() throws IOException {
        replaceInManifest("use-by: 2026-11-30", "use-by: 2027-11-30");
        refused(Reason.MANIFEST_TAMPERED);
    }

    @Test
    void aManifestThatIsNoManifest() throws IOException {
        Files.write(folder.resolve("manifest.cms"), new byte[] {0x30, 0x03, 0x02, 0x01, 0x00});
        refused(Reason.MANIFEST_TAMPERED);
        Files.write(folder.resolve("manifest.cms"), new byte[0]);
        refused(Reason.MANIFEST_TAMPERED);
    }

    @Test
    void aTamperedSegment() throws IOException {
        var file = folder.resolve("s0000002.cms");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        readingRefused(Reason.SEGMENT_TAMPERED);
    }

    @Test
    void aCutSegment() throws IOException {
        var file = folder.resolve("s0000003.cms");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        refused(Reason.SEGMENT_CUT);
    }

    @Test
    void aSegmentCutWhileItIsRead() throws IOException {
        try (var opened = post.inspect(folder).open(new Opener.Key(Post.RECIPIENT))) {
            var file = folder.resolve("s0000002.cms");
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            var stream = opened.stream(opened.manifest().files().getFirst());
            assertThat(Post.untilRefused(stream)).hasSize(16);
            assertRefused(Reason.SEGMENT_CUT, stream::read);
            Files.delete(file);
            assertRefused(Reason.SEGMENT_MISSING, stream::read);
        }
    }

    @Test
    void aMissingSegment() throws IOException {
        Files.delete(folder.resolve("s0000002.cms"));
        refused(Reason.SEGMENT_MISSING);
    }

    @Test
    void anExtraSegment() throws IOException {
        Files.copy(folder.resolve("s0000002.cms"), folder.resolve("s0000004.cms"));
        refused(Reason.SEGMENT_EXTRA);
    }

    @Test
    void swappedAndRepeatedSegments() throws IOException {
        var first = Files.readAllBytes(folder.resolve("s0000001.cms"));
        var second = Files.readAllBytes(folder.resolve("s0000002.cms"));
        Files.write(folder.resolve("s0000002.cms"), first);
        assertThat(refusal()).isIn(Reason.SEGMENT_TAMPERED, Reason.SEGMENT_CUT);
        Files.write(folder.resolve("s0000001.cms"), second);
        assertThat(refusal()).isIn(Reason.SEGMENT_TAMPERED, Reason.SEGMENT_CUT);
    }

    @Test
    void somethingElseBesides() throws IOException {
        Files.createFile(folder.resolve("autorun.inf"));
        refused(Reason.STRANGE_ENTRY);
    }

    @Test
    void linksAndFolders() throws IOException {
        var second = folder.resolve("s0000002.cms");
        Files.move(second, place.resolve("elsewhere"));
        Files.createSymbolicLink(second, place.resolve("elsewhere"));
        refused(Reason.STRANGE_ENTRY);
        Files.delete(second);
        Files.createDirectory(second);
        refused(Reason.STRANGE_ENTRY);
        Files.delete(second);
        Files.move(place.resolve("elsewhere"), second);
        Files.createSymbolicLink(place.resolve("link"), folder);
        assertRefused(Reason.STRANGE_ENTRY, () -> post.inspect(place.resolve("link")));
        assertRefused(Reason.STRANGE_ENTRY, () -> post.inspect(second));
        assertRefused(Reason.CANNOT_READ, () -> post.inspect(place.resolve("nowhere")));
    }

    @Test
    void aLinkPutThereAfterTheInspection() throws IOException {
        var inspected = post.inspect(folder);
        var second = folder.resolve("s0000002.cms");
        Files.move(second, place.resolve("elsewhere"));
        Files.createSymbolicLink(second, place.resolve("elsewhere"));
        try (var opened = inspected.open(new Opener.Key(Post.RECIPIENT))) {
            var stream = opened.stream(opened.manifest().files().getFirst());
            assertRefused(Reason.CANNOT_READ, stream::readAllBytes);
        }
    }

    @Test
    void anUnfinishedParcel() throws IOException {
        Files.move(folder.resolve("manifest.cms"), folder.resolve("manifest.new"));
        refused(Reason.UNFINISHED);
    }

    @Test
    void aParcelForAnotherCertificate() {
        assertRefused(Reason.OTHER_CERTIFICATE, () -> post.inspect(folder).open(new Opener.Key(Post.SOMEBODY)));
    }

    @Test
    void aParcelReaddressedByItsSenderInTheManifestAlone() throws IOException {
        sign(manifest()
                .replaceFirst(
                        "addressee: .*",
                        "addressee: certificate " + Certificates.fingerprint(Post.SOMEBODY.certificate())));
        assertRefused(Reason.SEGMENT_NOT_OPENED, () -> post.receive(folder, new Opener.Key(Post.SOMEBODY)));
        readingRefused(Reason.OTHER_CERTIFICATE);
    }

    @Test
    void aParcelForAnotherOrganisation() {
        post.organisation = "association-29";
        refused(Reason.OTHER_ORGANISATION);
    }

    @Test
    void aParcelForAnotherPurpose() {
        post.purposes = Set.of("life-status");
        refused(Reason.OTHER_PURPOSE);
    }

    @Test
    void anUnknownSenderEvenUnderTheSameName() {
        post.trusted = Trust.in(Post.make(PracticeCertificate.Kind.P_256, PracticeCertificate.Use.SIGN, "jlis"));
        refused(Reason.SENDER_UNKNOWN);
        post.trusted = new TrustedSenders(List.of());
        refused(Reason.SENDER_UNKNOWN);
    }

    @Test
    void aSenderWhoseCertificateIsOutOfItsTime() {
        post.now = Post.NOON.plus(Duration.ofDays(401));
        refused(Reason.SENDER_EXPIRED);
        post.now = Post.NOON.minus(Duration.ofDays(2));
        refused(Reason.SENDER_EXPIRED);
    }

    @Test
    void aSenderForAnotherPurposeOrInAnothersName() {
        var certificate = Post.SENDER.certificate();
        post.trusted = new TrustedSenders(List.of(new TrustedSender("jlis", certificate, Set.of("life-status"))));
        refused(Reason.SENDER_NOT_ENTITLED);
        post.trusted = new TrustedSenders(List.of(new TrustedSender("juki", certificate, Set.of("registration"))));
        refused(Reason.SENDER_NOT_ENTITLED);
    }

    @Test
    void aSenderWithACertificateThatIsForReceiving() throws IOException {
        Files.write(folder.resolve("manifest.cms"), SignedManifest.sign(manifest(), Post.RECIPIENT, Post.NOON));
        post.trusted = Trust.in(Post.RECIPIENT);
        refused(Reason.SENDER_NOT_ENTITLED);
    }

    @Test
    void aReplayedParcel() {
        post.inspect(folder);
        post.seen.add(number);
        refused(Reason.REPLAYED);
    }

    @Test
    void anExpiredParcelFromMidnightInJapan() throws IOException {
        post.now = Instant.parse("2026-11-30T14:59:59Z");
        assertThat(post.receive(folder)).hasSize(1);
        post.now = Instant.parse("2026-11-30T15:00:00Z");
        refused(Reason.EXPIRED);
    }

    @Test
    void aManifestThatBreaksTheFormatEvenIfItsSenderIsTrusted() throws IOException {
        var right = manifest();
        for (var change : List.of(
                new String[] {"file: a.bin", "file: ../a.bin"},
                new String[] {"file: a.bin", "file: /etc/passwd"},
                new String[] {"file: a.bin", "file: con"},
                new String[] {"file: a.bin", "file: a.bin "},
                new String[] {"approval: .*", "approval: case 1234 5678 9012"},
                new String[] {"approval: .*", "approval: case １２３４５６７８９０１２"},
                new String[] {"approval: .*", "approval: a\u202eb"},
                new String[] {"made-by: .*", "made-by: 山田"},
                new String[] {"bytes: 40", "bytes: 41"},
                new String[] {"bytes: 40", "bytes: 0040"},
                new String[] {"rows: 40", "rows: -1"},
                new String[] {"rows: 40", "rows: 999999999999"},
                new String[] {"segments: 3", "segments: 4"},
                new String[] {"segments: 3", "segments: 2000000000"},
                new String[] {"files: 1", "files: 100"},
                new String[] {"segment: 2 16", "segment: 2 15"},
                new String[] {"segment: 2 16", "segment: 2 2000000000"},
                new String[] {"segment: 2 ", "segment: 1 "},
                new String[] {"segment-bytes: 16", "segment-bytes: 2147483647"},
                new String[] {"use-by: .*", "use-by: soon"},
                new String[] {"addressee: .*", "addressee: everybody"},
                new String[] {"bansho parcel 1", "bansho parcel 2"},
                new String[] {"\nend\n", "\nend\n\n"},
                new String[] {"\nend\n", "\nend\nend\n"},
                new String[] {"\n", "\r\n"},
                new String[] {"to: .*\n", ""})) {
            var wrong = right.replaceFirst(change[0], change[1]);
            assertThat(wrong).as(change[1]).isNotEqualTo(right);
            sign(wrong);
            assertThat(refusal()).as(change[1]).isEqualTo(Reason.MANIFEST_NOT_UNDERSTOOD);
        }
        sign(right);
        assertThat(post.receive(folder)).hasSize(1);
    }

    @Test
    void aManifestOfAnAbsurdSizeIsNotEvenRead() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("manifest.cms").toFile(), "rw")) {
            file.setLength(1L << 34);
        }
        refused(Reason.TOO_LARGE);
    }

    @Test
    void eachReasonHasItsOwnWordAndSentences() {
        var reasons = List.of(Reason.values());
        assertThat(reasons.stream().map(Reason::word).collect(Collectors.toSet()))
                .hasSameSizeAs(reasons);
        assertThat(reasons.stream().map(Reason::english).collect(Collectors.toSet()))
                .hasSameSizeAs(reasons);
        assertThat(reasons.stream().map(Reason::japanese).collect(Collectors.toSet()))
                .hasSameSizeAs(reasons);
        assertThat(Reason.SEGMENT_CUT.word()).isEqualTo("segment-cut");
        assertThat(reasons).allMatch(reason -> !reason.english().contains("'"));
    }

    private void refused(Reason reason) {
        assertRefused(reason, () -> post.inspect(folder));
    }

    private void readingRefused(Reason reason) {
        assertRefused(reason, () -> post.receive(folder));
    }

    private Reason refusal() throws IOException {
        try {
            post.receive(folder);
        } catch (ParcelRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("the parcel was taken in");
    }

    private String manifest() throws IOException {
        var bytes = Files.readAllBytes(folder.resolve("manifest.cms"));
        return SignedManifest.verify(bytes, post.trusted, Post.NOON).text();
    }

    private void sign(String text) throws IOException {
        Files.write(folder.resolve("manifest.cms"), SignedManifest.sign(text, Post.SENDER, Post.NOON));
    }

    private void replaceInManifest(String from, String to) throws IOException {
        var text = new String(Files.readAllBytes(folder.resolve("manifest.cms")), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.write(folder.resolve("manifest.cms"), text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }
}
