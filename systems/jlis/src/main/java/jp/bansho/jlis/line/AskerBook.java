package jp.bansho.jlis.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.bansho.jlis.inquiry.Asker;
import jp.bansho.layout.CodeTable;
import jp.bansho.machine.Home;
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
