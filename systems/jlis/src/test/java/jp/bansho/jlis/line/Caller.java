package jp.bansho.jlis.line;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import jp.bansho.machine.Home;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.PracticeCertificate;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// The other end of the line, with a certificate of the test's choice, that believes the one certificate of a home.
final class Caller {

    private static final char[] PASSWORD = "test".toCharArray();

    private final String address;
    private final HttpClient client;

    Caller(Home home, String address, @Nullable CertifiedKey key) throws Exception {
        this(home, address, key, "TLSv1.3");
    }

    Caller(Home home, String address, @Nullable CertifiedKey key, String protocol) throws Exception {
        this.address = address;
        var context = SSLContext.getInstance("TLS");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (key != null) {
            store.setKeyEntry("own", key.key(), PASSWORD, new Certificate[] {key.certificate()});
        }
        managers.init(store, PASSWORD);
        context.init(managers.getKeyManagers(), new TrustManager[] {new One(home)}, new SecureRandom());
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .sslParameters(parameters)
                .build();
    }

    HttpResponse<byte[]> put(String job, String batch, byte[] body) throws IOException, InterruptedException {
        return put(job, batch, body, "text/csv; charset=UTF-8");
    }

    HttpResponse<byte[]> put(String job, String batch, byte[] body, String type)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + "/inquiries/" + job + "/" + batch))
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray());
    }

    /// A key with a certificate that signs itself and ends in so many seconds.
    static CertifiedKey key(String organisation, long seconds) {
        var now = Instant.now();
        return PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                organisation,
                now.minusSeconds(3600),
                now.plusSeconds(seconds),
                new SecureRandom());
    }

    /// A key whose certificate may sign others.
    static CertifiedKey authorityKey(String organisation) throws GeneralSecurityException, OperatorCreationException {
        var pair = pair();
        return certificate(organisation, organisation, pair, pair.getPrivate(), true);
    }

    /// A key whose certificate that one signed.
    static CertifiedKey signedBy(CertifiedKey issuer, String organisation)
            throws GeneralSecurityException, OperatorCreationException {
        return certificate(organisation, organisation + "-child", pair(), issuer.key(), false);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static CertifiedKey certificate(
            String issuer, String subject, KeyPair pair, PrivateKey signer, boolean authority)
            throws GeneralSecurityException, OperatorCreationException {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal("CN=" + issuer),
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(3600)),
                new X500Principal("CN=" + subject),
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
        } catch (IOException e) {
            throw new CertificateException(e);
        }
        var made = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer));
        return new CertifiedKey(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(made));
    }

    static Path pem(Path folder, X509Certificate certificate) throws IOException {
        var file = folder.resolve("c" + certificate.getSerialNumber() + ".pem");
        return Files.writeString(file, ParcelKeys.pem(certificate));
    }

    /// Believes one certificate.
    private static final class One extends X509ExtendedTrustManager {

        private final X509Certificate known;

        One(Home home) throws IOException, CertificateException {
            try (var in = Files.newInputStream(home.tls().resolve("line.pem"))) {
                known = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in);
            }
        }

        private void require(X509Certificate[] chain) throws CertificateException {
            if (!chain[0].equals(known)) {
                throw new CertificateException("another server");
            }
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
            throw new CertificateException("serves nobody");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("serves nobody");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("serves nobody");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
