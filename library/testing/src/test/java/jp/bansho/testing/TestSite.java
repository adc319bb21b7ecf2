package jp.bansho.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A few pages on https://localhost with a certificate that nobody knows, under a strict content security policy.
final class TestSite implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;
    private final Certificate certificate;

    TestSite(Path folder, Map<String, String> pages)
            throws IOException, GeneralSecurityException, InterruptedException {
        var keys = keys(folder);
        certificate = keys.getCertificate("site");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // a browser opens connections in store; each waits for its own handshake
        server.setExecutor(requests);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                var page = pages.get(exchange.getRequestURI().getPath());
                var language = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"));
                var body =
                        (page == null ? "ありません" : page.replace("$LANGUAGE", language)).getBytes(StandardCharsets.UTF_8);
                var headers = exchange.getResponseHeaders();
                headers.add("Content-Type", "text/html; charset=utf-8");
                headers.add("Content-Security-Policy", "default-src 'none'; script-src 'self'; form-action 'self'");
                exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    String url(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    Certificate certificate() {
        return certificate;
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }

    private static KeyStore keys(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("site.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        (keytool + " -genkeypair -alias site -keyalg EC -groupname secp256r1 -dname CN=localhost"
                                        + " -ext san=dns:localhost -validity 2 -storetype PKCS12 -storepass changeit"
                                        + " -keystore " + file)
                                .split(" ", -1))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
