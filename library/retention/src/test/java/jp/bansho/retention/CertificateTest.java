package jp.bansho.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An outsider can tell a genuine certificate from every altered one.
class CertificateTest {

    private static final KeyPair KEYS = keys();
    private static final HeadSigner SIGNER = HeadSigner.of("audit-signing-0-1", KEYS.getPrivate());
    private static final CertificateVerifier VERIFIER =
            new CertificateVerifier(new HeadKeys(Map.of("audit-signing-0-1", KEYS.getPublic())));

    @Test
    void aGenuineCertificateSaysWhatWasSigned() {
        assertThat(VERIFIER.verify(file(certificate(true))))
                .isEqualTo(new CertificateVerdict.Genuine(certificate(true)));
        assertThat(certificate(true).people()).isEqualTo(1);
        assertThat(certificate(true).count(Rule.TAX_SEVEN_YEARS)).isEqualTo(2);
        assertThat(VERIFIER.verify(file(certificate(false))))
                .isEqualTo(new CertificateVerdict.Genuine(certificate(false)));
    }

    @Test
    void aChangeOfAnyByteIsFound() {
        var genuine = file(certificate(true));
        for (var at = 0; at < genuine.length; at++) {
            for (var bit = 0; bit < 8; bit++) {
                var altered = genuine.clone();
                altered[at] ^= (byte) (1 << bit);
                assertThat(VERIFIER.verify(altered))
                        .as("bit " + bit + " of byte " + at)
                        .isInstanceOf(CertificateVerdict.Worthless.class);
            }
        }
    }

    @Test
    void aByteTooFewOrTooManyIsFound() {
        var genuine = new String(file(certificate(true)), StandardCharsets.US_ASCII);
        for (var at = 0; at < genuine.length(); at++) {
            for (var put : new String[] {"", "\r", " ", "0", "\n" + genuine.charAt(at)}) {
                var altered = genuine.substring(0, at) + put + genuine.substring(put.isEmpty() ? at + 1 : at);
                if (!altered.equals(genuine)) {
                    assertThat(VERIFIER.verify(altered.getBytes(StandardCharsets.US_ASCII)))
                            .as("at " + at)
                            .isInstanceOf(CertificateVerdict.Worthless.class);
                }
            }
        }
        assertThat(VERIFIER.verify((genuine + "\n").getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(CertificateVerdict.Worthless.class);
        assertThat(VERIFIER.verify(new byte[0])).isInstanceOf(CertificateVerdict.Worthless.class);
    }

    @Test
    void aStrangersSignatureIsWorthless() {
        var stranger = HeadSigner.of("audit-signing-0-1", keys().getPrivate());
        var forged = SignedCertificate.sign(certificate(true), stranger).text();
        assertThat(VERIFIER.verify(forged.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(CertificateVerdict.Worthless.class);
        var unknown = HeadSigner.of("audit-signing-0-2", KEYS.getPrivate());
        assertThat(VERIFIER.verify(SignedCertificate.sign(certificate(true), unknown)
                        .text()
                        .getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(CertificateVerdict.Worthless.class);
    }

    @Test
    void aGenuineSignatureUnderSomethingUnlawfulIsWorthlessToo() {
        var it = certificate(true);
        var early = List.of(new ErasedUse(7, Use.PENSION, it.day().plusDays(1), true));
        assertThat(VERIFIER.verify(file(with(it, early, "h.suzuki")))).isInstanceOf(CertificateVerdict.Worthless.class);
        assertThat(VERIFIER.verify(file(with(it, it.erased(), it.orderedBy()))))
                .isInstanceOf(CertificateVerdict.Worthless.class);
        var twice = List.of(it.erased().getFirst(), it.erased().getFirst());
        assertThat(VERIFIER.verify(file(with(it, twice, "h.suzuki")))).isInstanceOf(CertificateVerdict.Worthless.class);
    }

    @Test
    void theStandAloneVerifierAnswersByItsExitCode(@TempDir Path folder) throws IOException {
        var key = Files.writeString(
                folder.resolve("public-key.pem"),
                "Key-Id: audit-signing-0-1\n"
                        + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()) + "\n");
        var certificate = Files.write(folder.resolve("certificate"), file(certificate(true)));

        assertThat(answer(0, certificate, key)).contains("28-3").contains("真正").contains("genuine");
        Files.writeString(certificate, Files.readString(certificate).replace("erased: 7 pension", "erased: 8 pension"));
        assertThat(answer(1, certificate, key)).contains("WORTHLESS");
        assertThat(answer(2, folder.resolve("nothing"), key)).contains("Could not be checked");
    }

    private static String answer(int exit, Path certificate, Path key) {
        var out = new ByteArrayOutputStream();
        var code = CertificateMain.run(
                new String[] {certificate.toString(), key.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(exit);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] file(Certificate certificate) {
        return SignedCertificate.sign(certificate, SIGNER).text().getBytes(StandardCharsets.US_ASCII);
    }

    private static Certificate certificate(boolean warned) {
        var day = LocalDate.of(2034, 1, 11);
        return new Certificate(
                "28-3",
                28,
                day,
                Instant.parse("2034-01-12T01:02:03.456789Z"),
                41,
                "k.tanaka",
                "h.suzuki",
                "0123456789abcdef".repeat(4),
                List.of(
                        new ErasedUse(7, Use.PENSION, day.minusDays(1), true),
                        new ErasedUse(7, Use.TAX, day, true),
                        new ErasedUse(99_000_000_001L, Use.TAX, day, false)),
                2,
                List.of("pad-seal/28/1"),
                "file:00112233aabbccdd",
                "file:44556677eeff0011",
                123_456,
                "fedcba9876543210".repeat(4),
                warned ? List.of("the key backup of 2033-04-01 still holds a destroyed key") : List.of());
    }

    private static Certificate with(Certificate it, List<ErasedUse> erased, String approver) {
        return new Certificate(
                it.number(),
                it.association(),
                it.day(),
                it.erasedAt(),
                it.application(),
                it.orderedBy(),
                approver,
                it.listDigest(),
                erased,
                it.numbers(),
                it.destroyedKeys(),
                it.keyBefore(),
                it.keyAfter(),
                it.auditPosition(),
                it.auditHash(),
                it.warnings());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
