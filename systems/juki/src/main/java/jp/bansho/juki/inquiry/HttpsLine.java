package jp.bansho.juki.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import org.springframework.stereotype.Component;

/// HTTPS with TLS 1.3, both sides with a certificate, the other's pinned byte for byte. `line.properties` in the home
/// names the address (`url`); `tls/line.p12` with `tls/line.password` is the own key, `tls/jlis.pem` the other's
/// certificate.
@Component
class HttpsLine implements Line {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([a-z-]{1,40})\"");
    private static final int OK = 200;

    private final URI address;
    private final HttpClient client;

    HttpsLine(Home home) {
        var settings = home.folder().resolve("line.properties");
        if (!Files.exists(settings)) {
            throw new NotInstalled(
                    "line.properties with the address of J-LIS is missing", "line.properties（機構の接続先）がありません");
        }
        address = URI.create(Home.load(settings).getProperty("url", "").strip());
        if (!"https".equals(address.getScheme())) {
            throw new NotInstalled("the address of J-LIS must begin with https://", "機構の接続先は https:// で始まる必要があります");
        }
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context(home.tls()))
                .sslParameters(parameters)
                .connectTimeout(Duration.ofSeconds(15))
                .build();
    }

    @Override
    public byte[] ask(String job, int batch, byte[] rows) {
        var request = HttpRequest.newBuilder(address.resolve("/inquiries/" + job + "/" + batch))
                .timeout(PATIENCE)
                .header("Content-Type", "text/csv; charset=UTF-8")
                .PUT(BodyPublishers.ofByteArray(rows))
                .build();
        HttpResponse<byte[]> response;
        try {
            response = client.send(request, BodyHandlers.ofByteArray());
        } catch (SSLException e) {
            throw LineFailed.untrusted();
        } catch (IOException e) {
            throw LineFailed.cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LineFailed.cut();
        }
        if (response.statusCode() != OK) {
            var type = TYPE.matcher(new String(response.body(), StandardCharsets.UTF_8));
            throw LineFailed.answered(response.statusCode(), type.find() ? type.group(1) : "-");
        }
        return response.body();
    }

    private static SSLContext context(Path folder) {
        try (var file = Files.newInputStream(folder.resolve("line.p12"))) {
            var password = Files.readString(folder.resolve("line.password"), StandardCharsets.US_ASCII)
                    .strip()
                    .toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            var other = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("jlis.pem"))));
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    keys.getKeyManagers(), new TrustManager[] {new Pinned(other.getEncoded())}, new SecureRandom());
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new NotInstalled("the line's key or certificate is not readable", "回線用の鍵または証明書が読めません");
        }
    }

    /// Believes one certificate and no other; a name in it proves nothing more.
    private static final class Pinned extends X509ExtendedTrustManager {

        private final byte[] known;

        Pinned(byte[] known) {
            this.known = known.clone();
        }

        private void require(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !Arrays.equals(chain[0].getEncoded(), known)) {
                throw new CertificateException("another certificate than the pinned one");
            }
            chain[0].checkValidity();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this end serves nobody");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("this end serves nobody");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this end serves nobody");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
