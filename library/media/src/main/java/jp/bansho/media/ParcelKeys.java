package jp.bansho.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a machine needs to send and take in parcels, in one folder that only its owner reads:
/// `sign.p12` and `receive.p12` with their `password`, `senders.tsv` (whose parcels are believed)
/// and `recipients.tsv` (for whom parcels are sealed), and the certificates of the others.
///
/// `recipients.tsv` has a line for each organisation: its word, the SHA-256 of its certificate, the certificate's file.
public final class ParcelKeys {

    private static final String SIGN = "sign";
    private static final String RECEIVE = "receive";
    private static final String SENDERS = "senders.tsv";
    private static final String RECIPIENTS = "recipients.tsv";

    private final Path folder;

    /// The keys in that folder, such as `media` in a machine's home.
    public ParcelKeys(Path folder) {
        this.folder = folder;
    }

    /// Makes both keys with certificates that sign themselves, for organisations that pin each other. Nothing is
    /// overwritten.
    ///
    /// @param organisation word such as `juki`
    public void make(String organisation, Instant from, Instant until) throws IOException {
        var random = new SecureRandom();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var secret = new byte[24];
        random.nextBytes(secret);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(folder.resolve("password"), owner);
        Files.writeString(folder.resolve("password"), HexFormat.of().formatHex(secret), StandardCharsets.US_ASCII);
        for (var use : PracticeCertificate.Use.values()) {
            var key = PracticeCertificate.make(PracticeCertificate.Kind.P_256, use, organisation, from, until, random);
            var name = use == PracticeCertificate.Use.SIGN ? SIGN : RECEIVE;
            key.write(folder.resolve(name + ".p12"), password());
            Files.writeString(folder.resolve(organisation + "-" + name + ".pem"), pem(key.certificate()));
        }
        for (var table : Set.of(SENDERS, RECIPIENTS)) {
            Files.writeString(folder.resolve(table), "");
        }
    }

    /// Believes parcels of an organisation from now on, for those purposes.
    ///
    /// @param certificate file of its signing certificate
    public void believe(String organisation, Set<String> purposes, Path certificate) throws IOException {
        Rules.code("organisation", organisation);
        purposes.forEach(purpose -> Rules.code("purpose", purpose));
        var read = certificate(certificate);
        var file = organisation + "-" + SIGN + ".pem";
        Files.writeString(folder.resolve(file), pem(read));
        append(
                SENDERS,
                String.join(
                        "\t",
                        organisation,
                        String.join(",", new TreeSet<>(purposes)),
                        Certificates.fingerprint(read),
                        file));
    }

    /// Seals parcels for an organisation from now on.
    ///
    /// @param certificate file of its receiving certificate
    public void sealFor(String organisation, Path certificate) throws IOException {
        Rules.code("organisation", organisation);
        var read = certificate(certificate);
        var file = organisation + "-" + RECEIVE + ".pem";
        Files.writeString(folder.resolve(file), pem(read));
        append(RECIPIENTS, String.join("\t", organisation, Certificates.fingerprint(read), file));
    }

    /// The own key that signs manifests.
    public CertifiedKey signing() {
        return own(SIGN);
    }

    /// The own key that opens parcels.
    public Opener receiving() {
        return new Opener.Key(own(RECEIVE));
    }

    /// Whose parcels are believed.
    public TrustedSenders senders() {
        try {
            return TrustedSenders.read(folder.resolve(SENDERS));
        } catch (IOException e) {
            throw new UncheckedIOException(SENDERS + " is not readable", e);
        }
    }

    /// For whom a parcel to that organisation is sealed; empty if the organisation is not known.
    public Optional<Addressee> recipient(String organisation) {
        try {
            for (var line : Files.readAllLines(folder.resolve(RECIPIENTS), StandardCharsets.UTF_8)) {
                var columns = line.split("\t", -1);
                if (columns[0].equals(organisation) && columns.length == 3) {
                    var found = certificate(folder.resolve(columns[2]));
                    if (!Certificates.fingerprint(found).equals(columns[1])) {
                        throw new IOException("the file holds another certificate than the line says");
                    }
                    return Optional.of(new Addressee.Holder(found));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(RECIPIENTS + " is not readable", e);
        }
    }

    private CertifiedKey own(String name) {
        try {
            return CertifiedKey.read(folder.resolve(name + ".p12"), password());
        } catch (IOException e) {
            throw new ParcelRefused(Reason.KEY_FILE, e);
        }
    }

    private char[] password() throws IOException {
        return Files.readString(folder.resolve("password"), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
    }

    private void append(String table, String line) throws IOException {
        Files.writeString(
                folder.resolve(table),
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (read instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw new IOException("not a certificate: " + file.getFileName(), e);
        }
        throw new IOException("not a certificate: " + file.getFileName());
    }

    /// A certificate as text.
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
