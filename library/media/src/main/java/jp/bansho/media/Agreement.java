package jp.bansho.media;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.util.Pack;

/// Wraps the keys of segments for the holder of an elliptic-curve key: ephemeral-static ECDH, the X9.63
/// key derivation and AES-256 key wrap (RFC 5753).
///
/// One agreement serves all segments of a writer, for it takes a hundred times as long as everything
/// else about a small file. Each segment has keying material of its own (ukm), 32 random bytes, from
/// which a wrapping key of its own is derived, so no two segments share one.
final class Agreement {

    private static final int MATERIAL = 32;
    private static final int KEY = 32;
    private static final AlgorithmIdentifier KEY_WRAP = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_wrap);

    private final SecureRandom random;
    private final boolean longer;
    private final byte[] agreed;
    private final OriginatorIdentifierOrKey originator;
    private final KeyAgreeRecipientIdentifier recipient;

    /// Agrees with the holder of that certificate, under a fresh pair of keys.
    Agreement(X509Certificate certificate, ECPublicKey curve, SecureRandom random) throws GeneralSecurityException {
        this.random = random;
        this.longer = Certificates.bits(curve) != 256;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(curve.getParams(), random);
        var pair = generator.generateKeyPair();
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(curve, true);
        this.agreed = agreement.generateSecret();
        var point = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        this.originator = new OriginatorIdentifierOrKey(
                new OriginatorPublicKey(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey), point));
        this.recipient = new KeyAgreeRecipientIdentifier(
                new IssuerAndSerialNumber(new JcaX509CertificateHolder(certificate).toASN1Structure()));
    }

    /// The RecipientInfo for a key.
    byte[] wrap(SecretKey key) throws GeneralSecurityException, IOException {
        var material = new byte[MATERIAL];
        random.nextBytes(material);
        var cipher = Cipher.getInstance("AESWrap", "SunJCE");
        cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(derived(material), "AES"));
        var wrapped = new RecipientEncryptedKey(recipient, new DEROctetString(cipher.wrap(key)));
        var info = new KeyAgreeRecipientInfo(
                originator,
                new DEROctetString(material),
                new AlgorithmIdentifier(scheme(), KEY_WRAP),
                new DERSequence(wrapped));
        return new RecipientInfo(info).getEncoded(ASN1Encoding.DER);
    }

    private byte[] derived(byte[] material) throws IOException {
        var about = new ECCCMSSharedInfo(KEY_WRAP, material, Pack.intToBigEndian(KEY * Byte.SIZE));
        Digest digest = longer ? new SHA384Digest() : new SHA256Digest();
        var derivation = new KDF2BytesGenerator(digest);
        derivation.init(new KDFParameters(agreed, about.getEncoded(ASN1Encoding.DER)));
        var derived = new byte[KEY];
        derivation.generateBytes(derived, 0, KEY);
        return derived;
    }

    private ASN1ObjectIdentifier scheme() {
        return longer
                ? SECObjectIdentifiers.dhSinglePass_stdDH_sha384kdf_scheme
                : SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme;
    }
}
