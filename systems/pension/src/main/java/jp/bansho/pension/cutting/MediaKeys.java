package jp.bansho.pension.cutting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import jp.bansho.machine.Home;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.PracticeCertificate;

/// Keys for media, in the folder `media` of the home: the key that signs this machine's parcels,
/// and the certificate they are sealed for (M1).
public final class MediaKeys {

    private static final int PASSWORD_BYTES = 24;
    private static final int YEARS = 3;

    private final Path folder;

    /// The keys of that home.
    public MediaKeys(Home home) {
        this.folder = home.folder().resolve("media");
    }

    /// Makes a key with a certificate that signs itself, if there is none; the recipient pins
    /// `pension.pem`.
    public void makeMissing(Instant now) {
        if (Files.exists(key())) {
            return;
        }
        var random = new SecureRandom();
        var password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        var made = PracticeCertificate.make(
                PracticeCertificate.Kind.P_384,
                PracticeCertificate.Use.SIGN,
                "pension",
                now.minus(1, ChronoUnit.HOURS),
                now.plus(YEARS * 365L, ChronoUnit.DAYS),
                random);
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder, mine);
            Files.deleteIfExists(secret());
            Files.createFile(
                    secret(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret(), HexFormat.of().formatHex(password), StandardCharsets.US_ASCII);
            Files.writeString(folder.resolve("pension.pem"), pem(made.certificate()), StandardCharsets.US_ASCII);
            made.write(key(), HexFormat.of().formatHex(password).toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder could not be written", e);
        }
    }

    /// The key that signs.
    CertifiedKey own() {
        try {
            var password = Files.readString(secret(), StandardCharsets.US_ASCII).strip();
            return CertifiedKey.read(key(), password.toCharArray());
        } catch (IOException | ParcelRefused e) {
            throw CutRefused.ownKey();
        }
    }

    /// The certificate of the machine of the resident register network.
    X509Certificate juki() {
        try (var in = Files.newInputStream(folder.resolve("juki.pem"))) {
            if (CertificateFactory.getInstance("X.509").generateCertificate(in)
                    instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (IOException | CertificateException e) {
            throw CutRefused.recipient();
        }
        throw CutRefused.recipient();
    }

    private Path key() {
        return folder.resolve("pension.p12");
    }

    private Path secret() {
        return folder.resolve("pension.password");
    }

    private static String pem(X509Certificate certificate) {
        try {
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has no encoding", e);
        }
    }
}
