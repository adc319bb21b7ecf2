package jp.bansho.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import jp.bansho.machine.Home;

/// What Spring Boot must know to serve the terminals: TLS 1.3 only, small sessions in memory, strict
/// cookies (S2).
public final class TerminalServer {

    private TerminalServer() {}

    /// The properties of a server for that home.
    ///
    /// @param settings where it listens
    public static Map<String, Object> properties(Home home, TerminalSettings settings) {
        var key = OwnCertificate.of(home, settings.host());
        var properties = new LinkedHashMap<String, Object>();
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        properties.put("server.ssl.enabled", true);
        properties.put("server.ssl.protocol", "TLS");
        properties.put("server.ssl.enabled-protocols", "TLSv1.3");
        properties.put("server.ssl.key-store", "file:" + key.file());
        properties.put("server.ssl.key-store-type", "PKCS12");
        properties.put("server.ssl.key-store-password", key.password());
        properties.put("spring.servlet.multipart.location", uploads(home).toString());
        clientCertificates(home, properties);
        return properties;
    }

    /// What a browser uploads goes straight into this folder, which only this user may enter, and never to
    /// where other programs keep their temporary files.
    private static Path uploads(Home home) {
        try {
            return Files.createDirectories(
                            home.uploads(),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of uploads could not be made", e);
        }
    }

    /// Terminals may be asked for a certificate of their own: `client-certificates = want | need`, and the
    /// certificates of who issues them in `client-trust-store`.
    private static void clientCertificates(Home home, Map<String, Object> properties) {
        var settings = Files.exists(home.terminal()) ? Home.load(home.terminal()) : new Properties();
        var wanted = settings.getProperty("client-certificates", "none");
        if (!wanted.equals("none")) {
            properties.put("server.ssl.client-auth", wanted);
            properties.put(
                    "server.ssl.trust-store",
                    "file:" + home.folder().resolve(settings.getProperty("client-trust-store", "tls/clients.p12")));
            properties.put("server.ssl.trust-store-type", "PKCS12");
            properties.put(
                    "server.ssl.trust-store-password", settings.getProperty("client-trust-store-password", "changeit"));
        }
    }

    /// When the server's certificate ends; empty while there is none.
    public static Optional<Instant> certificateEnds(Home home) {
        var settings = Files.exists(home.terminal()) ? Home.load(home.terminal()) : new Properties();
        var configured = settings.getProperty("key-store");
        if (configured == null && !Files.exists(home.tls().resolve("terminal.p12"))) {
            return Optional.empty();
        }
        var at = OwnCertificate.of(home, "localhost");
        try {
            var store = KeyStore.getInstance(at.file().toFile(), at.password().toCharArray());
            return Collections.list(store.aliases()).stream()
                    .flatMap(alias -> certificate(store, alias).stream())
                    .map(certificate -> certificate.getNotAfter().toInstant())
                    .min(Instant::compareTo);
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> certificate(KeyStore store, String alias) {
        try {
            return store.getCertificate(alias) instanceof X509Certificate found ? Optional.of(found) : Optional.empty();
        } catch (KeyStoreException e) {
            return Optional.empty();
        }
    }
}
