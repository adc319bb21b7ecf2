package jp.bansho.jlis.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.bansho.machine.Home;
import jp.bansho.machine.LineKey;

/// What Spring Boot must know to serve the line: TLS 1.3 only, and a handshake with pinned certificates alone (J4).
public final class LineServer {

    private static final String PUBLIC = "certificates";

    private LineServer() {}

    /// The properties of a server for that home.
    ///
    /// @throws LineRefused if nobody may ask, or the key is not there
    public static Map<String, Object> properties(Home home, LineSettings settings) {
        var trusted = trusted(home);
        var properties = new LinkedHashMap<String, Object>();
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        properties.put("server.ssl.enabled", true);
        properties.put("server.ssl.protocol", "TLS");
        properties.put("server.ssl.enabled-protocols", "TLSv1.3");
        properties.put("server.ssl.key-store", "file:" + LineKey.store(home));
        properties.put("server.ssl.key-store-type", "PKCS12");
        properties.put("server.ssl.key-store-password", password(home));
        properties.put("server.ssl.client-auth", "need");
        properties.put("server.ssl.trust-store", "file:" + trusted);
        properties.put("server.ssl.trust-store-type", "PKCS12");
        properties.put("server.ssl.trust-store-password", PUBLIC);
        return properties;
    }

    private static String password(Home home) {
        try {
            return Files.readString(LineKey.password(home), StandardCharsets.US_ASCII)
                    .strip();
        } catch (IOException e) {
            throw LineRefused.key();
        }
    }

    /// The pinned certificates as Tomcat wants them; written anew at each start, for the list may have changed.
    private static Path trusted(Home home) {
        var askers = AskerBook.of(home).askers();
        if (askers.isEmpty()) {
            throw LineRefused.noAskers();
        }
        var file = home.tls().resolve("askers.p12");
        var next = home.tls().resolve("askers.p12.next");
        try (var out = Files.newOutputStream(next)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var i = 0; i < askers.size(); i++) {
                store.setCertificateEntry("asker-" + i, askers.get(i).certificate());
            }
            store.store(out, PUBLIC.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw LineRefused.key();
        }
        try {
            return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw LineRefused.key();
        }
    }
}
