package jp.bansho.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Another program opens every file of a parcel.
class OpensslTest {

    @TempDir
    private Path place;

    private final Post post = new Post();
    private final byte[] content = new byte[150_000];

    OpensslTest() {
        new Random(7).nextBytes(content);
    }

    @ParameterizedTest
    @EnumSource(PracticeCertificate.Kind.class)
    void opensslVerifiesTheManifestAndDecryptsEachSegment(PracticeCertificate.Kind kind) throws Exception {
        var sender = Post.make(kind, PracticeCertificate.Use.SIGN, "jlis");
        var recipient = Post.make(kind, PracticeCertificate.Use.RECEIVE, "association-28");
        var folder = place.resolve("parcel");
        try (var writer = ParcelWriter.begin(
                folder, Post.label(), sender, new Addressee.Holder(recipient.certificate()), post.clock, 65_536)) {
            writer.add("a.bin", out -> {
                out.write(content);
                return Post.counts(content);
            });
            var delivered = writer.finish();
            assertThat(text(verified(folder, sender.certificate())))
                    .isEqualTo(ManifestText.write(delivered.manifest()));
        }
        recipient.write(place.resolve("recipient.p12"), "practice".toCharArray());
        run("pkcs12", "-in", "recipient.p12", "-passin", "pass:practice", "-nodes", "-nocerts", "-out", "key.pem");
        pem("recipient.pem", recipient.certificate());
        assertThat(opened("-recip", "recipient.pem", "-inkey", "key.pem")).isEqualTo(content);
    }

    @Test
    void opensslOpensAParcelWithItsPassphrase() throws Exception {
        var passphrase = Passphrase.make(Post.RANDOM);
        post.send(
                place.resolve("parcel"),
                Post.label(),
                new Addressee.Words(passphrase),
                65_536,
                Map.of("a.bin", content));
        assertThat(opened("-pwri_password", new String(passphrase.shown()))).isEqualTo(content);
    }

    @Test
    void opensslFindsAChangedManifest() throws Exception {
        var folder = place.resolve("parcel");
        post.send(folder, 65_536, Map.of("a.bin", content));
        var manifest = folder.resolve("manifest.cms");
        var changed = new String(Files.readAllBytes(manifest), StandardCharsets.ISO_8859_1)
                .replace("use-by: 2026-11-30", "use-by: 2027-11-30");
        Files.write(manifest, changed.getBytes(StandardCharsets.ISO_8859_1));
        pem("sender.pem", Post.SENDER.certificate());
        var process = new ProcessBuilder(
                        List.of("openssl", "cms", "-verify", "-inform", "DER", "-in", manifest.toString(), "-noverify"))
                .redirectErrorStream(true)
                .start();
        var said = text(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isNotZero();
        assertThat(said).containsIgnoringCase("verification failure");
    }

    private byte[] verified(Path folder, X509Certificate sender) throws Exception {
        pem("sender.pem", sender);
        // the day on which the parcel was made, since practice certificates have their time around it
        return run(
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                folder.resolve("manifest.cms").toString(),
                "-CAfile",
                "sender.pem",
                "-certfile",
                "sender.pem",
                "-nointern",
                "-purpose",
                "any",
                "-attime",
                Long.toString(Post.NOON.getEpochSecond()));
    }

    private byte[] opened(String... with) throws Exception {
        var all = new ByteArrayOutputStream();
        for (var place = 1; place <= 3; place++) {
            var segment = this.place.resolve("parcel").resolve(ParcelFiles.segment(place));
            var words =
                    new ArrayList<>(List.of("cms", "-decrypt", "-inform", "DER", "-binary", "-in", segment.toString()));
            words.addAll(List.of(with));
            all.write(run(words.toArray(String[]::new)));
        }
        return all.toByteArray();
    }

    private byte[] run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        var errors = place.resolve("errors.txt");
        var process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectError(errors.toFile())
                .start();
        var out = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return out;
    }

    private void pem(String name, X509Certificate certificate) throws Exception {
        Files.writeString(
                place.resolve(name),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
