package jp.bansho.juki;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.PracticeCertificate;

/// The other end of the line, as the page about the line describes it: TLS 1.3, a client
/// certificate that it knows, each inquiry given back with an answer. It finds everybody but those
/// whose user number ends in 7.
public final class LinePartner implements AutoCloseable {

    private static final char[] PASSWORD = "partner".toCharArray();

    private final CertifiedKey key = PracticeCertificate.make(
            PracticeCertificate.Kind.P_256,
            PracticeCertificate.Use.SIGN,
            "jlis",
            Instant.now().minus(1, ChronoUnit.HOURS),
            Instant.now().plus(1, ChronoUnit.DAYS),
            new SecureRandom());
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final HttpsServer server;
    private volatile UnaryOperator<String> spoil = answer -> answer;
    private volatile int left = Integer.MAX_VALUE;

    /// Serves whoever has that certificate.
    public LinePartner(Certificate client) throws IOException, GeneralSecurityException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var context = context(client);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var tls = new SSLParameters();
                tls.setProtocols(new String[] {"TLSv1.3"});
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/inquiries/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            synchronized (this) {
                if (left == 0) {
                    exchange.close(); // the line is cut before the answer
                    return;
                }
                left--;
            }
            var before = asked.putIfAbsent(path, body);
            var answer = spoil.apply(answer(body));
            if (before != null && !before.equals(body)) {
                answer = "{\"type\":\"other-content\"}";
                exchange.sendResponseHeaders(409, answer.length());
            } else {
                exchange.sendResponseHeaders(200, answer.getBytes(StandardCharsets.UTF_8).length);
            }
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    private SSLContext context(Certificate client) throws IOException, GeneralSecurityException {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, PASSWORD);
        own.setKeyEntry("line", key.key(), PASSWORD, new Certificate[] {key.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        var others = KeyStore.getInstance("PKCS12");
        others.load(null, PASSWORD);
        others.setCertificateEntry("juki", client);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(others);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    /// Its address.
    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /// Its certificate, as text.
    public String certificate() {
        return jp.bansho.media.ParcelKeys.pem(key.certificate());
    }

    /// From now on answers are changed that way.
    public void spoil(UnaryOperator<String> how) {
        spoil = how;
    }

    /// From now on the line is cut after so many requests.
    public synchronized void cutAfter(int requests) {
        left = requests;
    }

    /// What was asked, by path.
    public Map<String, String> asked() {
        return Map.copyOf(asked);
    }

    private static String answer(String body) {
        var rows = new StringBuilder();
        body.lines().forEach(line -> rows.append(row(line)).append("\r\n"));
        return rows.toString();
    }

    /// The answer to one inquiry.
    public static String row(String inquiry) {
        var user = inquiry.split(",", -1)[3];
        return user.endsWith("7")
                ? inquiry + ",10,0,0,,0,1,0,,,,,,,,,,,,,,0,,"
                : inquiry + ",00,1,1,1,0,1,0,,名前,なまえ,19400102,1,兵庫県," + number(user) + ",,,0,0,0,28100,0,01,";
    }

    /// The number that the partner gives for a user number.
    public static String number(String user) {
        return "9" + user + "3";
    }

    /// The certificate of a file.
    public static Certificate read(byte[] pem) throws GeneralSecurityException {
        return java.security.cert.CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
