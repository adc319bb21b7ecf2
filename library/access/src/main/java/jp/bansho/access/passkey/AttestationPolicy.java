package jp.bansho.access.passkey;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/// Which authenticators may be enrolled (duty A1); decided by the association's security officer, not by code.
///
/// `passkeys.properties` has these keys, each of which may be missing:
/// - `attestation.formats`: forms that are accepted, with commas between; see [AttestationForm]. Missing: all of them
/// - `attestation.models`: models (AAGUID) that are accepted, with commas between. Missing or empty: any
/// - `attestation.anchors`: folder of makers' root certificates (`*.pem`), relative to the file. Missing: none
///
/// Anchors given, every certified attestation must end in one of them. Without anchors no form but
/// certified ones is no policy at all, so it is refused. A model is proven only by a certified form; with
/// others it is what the authenticator says.
///
/// @param forms   forms accepted
/// @param models  models accepted; empty for any
/// @param anchors root certificates of makers; empty for no check of the chain
public record AttestationPolicy(Set<AttestationForm> forms, Set<UUID> models, List<X509Certificate> anchors) {

    private static final Set<String> KEYS = Set.of("attestation.formats", "attestation.models", "attestation.anchors");

    /// Checks that the parts fit.
    ///
    /// @throws IllegalArgumentException if nothing is accepted, or only certified forms without an anchor
    public AttestationPolicy {
        forms = Set.copyOf(forms);
        models = Set.copyOf(models);
        anchors = List.copyOf(anchors);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("attestation.formats accepts nothing");
        }
        if (anchors.isEmpty() && forms.stream().allMatch(AttestationForm::certified)) {
            throw new IllegalArgumentException(
                    "attestation.formats demands certificates, so attestation.anchors must name a folder of roots");
        }
    }

    /// Everything accepted that verifies: what holds without a file.
    public static AttestationPolicy open() {
        return new AttestationPolicy(EnumSet.allOf(AttestationForm.class), Set.of(), List.of());
    }

    /// Reads a policy.
    ///
    /// @param folder where the file lies; anchors are found from there
    /// @throws IllegalArgumentException if a key or a value is unknown; a machine must not start then
    /// @throws IOException if the anchors cannot be read
    public static AttestationPolicy read(String text, Path folder) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        for (var key : properties.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("no such key in passkeys.properties: " + key);
            }
        }
        var forms = EnumSet.noneOf(AttestationForm.class);
        for (var word : words(properties, "attestation.formats")) {
            forms.add(AttestationForm.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("no such form of attestation: " + word)));
        }
        var models = new HashSet<UUID>();
        for (var word : words(properties, "attestation.models")) {
            models.add(UUID.fromString(word));
        }
        var anchors = new ArrayList<X509Certificate>();
        for (var word : words(properties, "attestation.anchors")) {
            anchors.addAll(certificates(folder.resolve(word)));
        }
        return new AttestationPolicy(
                properties.containsKey("attestation.formats") ? forms : EnumSet.allOf(AttestationForm.class),
                models,
                anchors);
    }

    boolean acceptsModel(UUID model) {
        return models.isEmpty() || models.contains(model);
    }

    private static List<String> words(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<X509Certificate> certificates(Path folder) throws IOException {
        var found = new ArrayList<X509Certificate>();
        try (var files = Files.newDirectoryStream(folder, "*.pem")) {
            var factory = CertificateFactory.getInstance("X.509");
            for (var file : files) {
                try (var in = Files.newInputStream(file)) {
                    for (var certificate : factory.generateCertificates(in)) {
                        found.add((X509Certificate) certificate);
                    }
                }
            }
        } catch (CertificateException e) {
            throw new IOException("a certificate in " + folder + " cannot be read", e);
        }
        if (found.isEmpty()) {
            throw new IOException("attestation.anchors names a folder without certificates (*.pem): " + folder);
        }
        return found;
    }
}
