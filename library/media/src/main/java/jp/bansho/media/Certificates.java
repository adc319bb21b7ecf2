package jp.bansho.media;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/// Which certificates are good for what: RSA with at least 3072 bits, or an elliptic curve P-256 or
/// P-384; a key usage for just this must stand in the certificate.
final class Certificates {

    private static final int LEAST_RSA_BITS = 3072;
    private static final int MOST_RSA_BITS = 16_384;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final int P_256 = 256;
    private static final Set<Integer> CURVES = Set.of(P_256, 384);

    private Certificates() {}

    static boolean maySign(X509Certificate certificate) {
        return supported(certificate.getPublicKey()) && usage(certificate, DIGITAL_SIGNATURE);
    }

    static boolean mayReceive(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return supported(key) && usage(certificate, key instanceof RSAPublicKey ? KEY_ENCIPHERMENT : KEY_AGREEMENT);
    }

    static boolean inTime(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    /// How a key of this kind signs.
    static String signature(PublicKey key) {
        return key instanceof ECPublicKey curve
                ? bits(curve) == P_256 ? "SHA256withECDSA" : "SHA384withECDSA"
                : "SHA256withRSA";
    }

    static int bits(ECPublicKey key) {
        return key.getParams().getOrder().bitLength();
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate has no encoding", e);
        }
    }

    private static boolean supported(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= LEAST_RSA_BITS
                        && rsa.getModulus().bitLength() <= MOST_RSA_BITS;
            case ECPublicKey curve -> CURVES.contains(bits(curve));
            default -> false;
        };
    }

    private static boolean usage(X509Certificate certificate, int bit) {
        var usage = certificate.getKeyUsage();
        return usage != null && usage[bit];
    }
}
