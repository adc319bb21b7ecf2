package jp.bansho.media;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes keys with certificates that sign themselves: for the demo and for tests, and for bodies that
/// pin each other's certificates and have no authority.
public final class PracticeCertificate {

    private static final int SERIAL_BITS = 120;

    private PracticeCertificate() {}

    /// The kinds of keys that parcels know.
    public enum Kind {
        /// RSA with 3072 bits.
        RSA_3072,
        /// The curve P-256.
        P_256,
        /// The curve P-384.
        P_384
    }

    /// What a certificate is for; an organisation has one of each.
    public enum Use {
        /// Signing manifests.
        SIGN,
        /// Having parcels sealed for it.
        RECEIVE
    }

    /// Makes one.
    ///
    /// @param organisation word such as `jlis`, the certificate's common name
    public static CertifiedKey make(
            Kind kind, Use use, String organisation, Instant from, Instant until, SecureRandom random) {
        Rules.code("organisation", organisation);
        try {
            var pair = pair(kind, random);
            var name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.CN, organisation)
                    .build();
            return new CertifiedKey(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(builder(name, pair, kind, use, from, until, random)
                                    .build(new JcaContentSignerBuilder(Certificates.signature(pair.getPublic()))
                                            .build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    private static KeyPair pair(Kind kind, SecureRandom random) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(kind == Kind.RSA_3072 ? "RSA" : "EC");
        switch (kind) {
            case RSA_3072 -> generator.initialize(3072, random);
            case P_256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            case P_384 -> generator.initialize(new ECGenParameterSpec("secp384r1"), random);
        }
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name name, KeyPair pair, Kind kind, Use use, Instant from, Instant until, SecureRandom random)
            throws CertIOException {
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                Date.from(from),
                Date.from(until),
                name,
                pair.getPublic());
        var usage = switch (use) {
            case SIGN -> KeyUsage.digitalSignature;
            case RECEIVE -> kind == Kind.RSA_3072 ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
        };
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return builder;
    }
}
