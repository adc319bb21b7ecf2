package jp.bansho.jlis.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.jlis.inquiry.Asker;
import jp.bansho.layout.CodeTable;
import jp.bansho.machine.Home;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;

/// Who may ask, from `askers.tsv` in the home folder: a line for each certificate with the organisation, the affairs it
/// may ask for (words such as `pension`, between commas), the SHA-256 of the certificate, and its file. There is no
/// authority in between: each certificate is known by itself.
public final class AskerBook {

    private static final int AFFAIRS = 2;

    private final List<Asker> askers;

    private AskerBook(List<Asker> askers) {
        this.askers = askers;
    }

    /// Where the list is.
    public static Path file(Home home) {
        return home.folder().resolve("askers.tsv");
    }

    /// The askers of that home; none if there is no list.
    ///
    /// @throws LineRefused if the list, or a certificate it names, is not readable
    public static AskerBook of(Home home) {
        if (!Files.exists(file(home))) {
            return new AskerBook(List.of());
        }
        try {
            return new AskerBook(TrustedSenders.read(file(home)).senders().stream()
                    .map(AskerBook::asker)
                    .toList());
        } catch (IOException | IllegalArgumentException e) {
            throw LineRefused.askers(String.valueOf(e.getMessage()));
        }
    }

    private static Asker asker(TrustedSender known) {
        var codes = CodeTable.of("identity-inquiries");
        return new Asker(
                known.organisation(),
                known.certificate(),
                known.purposes().stream()
                        .map(word -> codes.value(AFFAIRS, word))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// Pins a certificate.
    ///
    /// @param affairs words such as `pension`
    /// @return its SHA-256
    /// @throws LineRefused if it is none, or one of the words is not known; nothing was changed then
    public static String add(Home home, String organisation, Collection<String> affairs, Path certificate) {
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)));
            if (!(read instanceof X509Certificate known)) {
                throw LineRefused.askers("no certificate");
            }
            asker(new TrustedSender(organisation, known, Set.copyOf(affairs)));
            var sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(known.getEncoded()));
            Files.createDirectories(home.folder().resolve("askers"));
            var name = "askers/" + sum.substring(0, 16) + ".pem";
            Files.writeString(home.folder().resolve(name), ParcelKeys.pem(known), StandardCharsets.US_ASCII);
            var line = String.join("\t", organisation, String.join(",", affairs), sum, name);
            var before = Files.exists(file(home)) ? Files.readString(file(home), StandardCharsets.UTF_8) : "";
            var next = file(home).resolveSibling("askers.tsv.next");
            Files.writeString(next, before + line + "\n", StandardCharsets.UTF_8);
            Files.move(next, file(home), StandardCopyOption.ATOMIC_MOVE);
            return sum;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw LineRefused.askers(String.valueOf(e.getMessage()));
        }
    }

    /// All of them.
    public List<Asker> askers() {
        return askers;
    }

    Optional<Asker> of(X509Certificate certificate) {
        return askers.stream()
                .filter(asker -> asker.certificate().equals(certificate))
                .findFirst();
    }
}
