package jp.bansho.pension.cutting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.Label;
import jp.bansho.media.Opener;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;
import jp.bansho.pension.PensionSite;

/// A parcel as the other machine takes it in.
public record Received(Label label, String file, String text) {

    /// Opens it with the recipient's key, and takes it in whole.
    public static Received open(PensionSite site, Path folder, CertifiedKey key) {
        return open(site, folder, key, "juki", Set.of("registration", "life-status"));
    }

    /// The same for a parcel to that machine.
    public static Received open(
            PensionSite site, Path folder, CertifiedKey key, String recipient, Set<String> purposes) {
        var trusted = new TrustedSenders(List.of(new TrustedSender("pension", signer(site), purposes)));
        var reader = new ParcelReader(
                new Receiving(recipient, purposes, trusted, _ -> false, InstantSource.fixed(PensionSite.NOW)));
        try (var parcel = reader.inspect(folder).open(new Opener.Key(key))) {
            var file = parcel.manifest().files().getFirst();
            var bytes = parcel.stream(file).readAllBytes();
            parcel.complete(Map.of(file.name(), file.counts()));
            var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            if (file.counts().items() != text.lines().count()) {
                throw new AssertionError("the manifest counts other rows than there are");
            }
            return new Received(parcel.manifest().label(), file.name(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate signer(PensionSite site) {
        try (var in = java.nio.file.Files.newInputStream(site.home().folder().resolve("media/pension-sign.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The rows of its one file.
    public List<String[]> rows() {
        return text.lines().map(line -> line.split(",", -1)).toList();
    }
}
