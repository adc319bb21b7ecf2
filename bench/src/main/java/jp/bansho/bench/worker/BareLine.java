package jp.bansho.bench.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// The line to J-LIS and nothing else: batches go out on two lanes, answers are kept by nobody but a plain file. For
/// measurements on one machine: the other side's certificate is taken as it comes.
final class BareLine {

    private static final int ROWS = 5_000;
    private static final int LANES = 2;

    private final HttpClient client;

    /// @param home the Juki-net machine's: its key for the line is used
    BareLine(Path home) throws IOException, GeneralSecurityException {
        var folder = home.resolve("tls");
        var password = Files.readString(folder.resolve("line.password"), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(folder.resolve("line.p12"))) {
            store.load(file, password);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), new TrustManager[] {new AnyServer()}, new SecureRandom());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    /// Sends all inquiries of a file.
    ///
    /// @return how many rows were answered
    long ask(URI address, String job, Path inquiries, OutputStream out) throws Exception {
        var rows = 0L;
        try (out;
                var in = new BufferedInputStream(Files.newInputStream(inquiries), 1 << 16);
                var lanes = Executors.newFixedThreadPool(LANES)) {
            var underWay = new ArrayDeque<Future<byte[]>>();
            var number = 0;
            for (var body = batch(in); body.length > 0; body = batch(in)) {
                number++;
                underWay.add(lanes.submit(call(address.resolve("/inquiries/" + job + "/" + number), body)));
                if (underWay.size() > LANES) {
                    rows += take(underWay.remove(), out);
                }
            }
            while (!underWay.isEmpty()) {
                rows += take(underWay.remove(), out);
            }
        }
        return rows;
    }

    private static byte[] batch(BufferedInputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream(1 << 20);
        for (var lines = 0; lines < ROWS; ) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
            lines += next == '\n' ? 1 : 0;
        }
        return bytes.toByteArray();
    }

    private Callable<byte[]> call(URI place, byte[] body) {
        return () -> {
            var request = HttpRequest.newBuilder(place)
                    .header("Content-Type", "text/csv; charset=UTF-8")
                    .PUT(BodyPublishers.ofByteArray(body))
                    .build();
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("the line answered " + response.statusCode());
            }
            return response.body();
        };
    }

    private static long take(Future<byte[]> future, OutputStream out) throws IOException, InterruptedException {
        try {
            var answer = future.get();
            out.write(answer);
            var rows = 0L;
            for (var each : answer) {
                rows += each == '\n' ? 1 : 0;
            }
            return rows;
        } catch (ExecutionException e) {
            throw new IOException("a batch was not answered", e.getCause());
        }
    }

    /// Loopback only, and nothing but invented people travels.
    private static final class AnyServer extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this end serves nobody");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket)
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
