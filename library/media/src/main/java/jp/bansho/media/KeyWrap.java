package jp.bansho.media;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JceGenericKey;
import org.jspecify.annotations.Nullable;

/// Wraps the key of a segment for the addressee, as a CMS RecipientInfo: RSA by OAEP with SHA-256;
/// elliptic curves by an [Agreement]; a passphrase by PBKDF2 and the password key wrap.
final class KeyWrap {

    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier OAEP = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                    SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                    RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    private static final AlgorithmIdentifier CONTENT = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_GCM);

    private final Addressee addressee;
    private final SecureRandom random;
    private final PasswordWrap words;
    private @Nullable Agreement agreement;

    KeyWrap(Addressee addressee, SecureRandom random) {
        this.addressee = addressee;
        this.random = random;
        this.words = new PasswordWrap(random, new BouncyCastleProvider());
    }

    /// How the addressee stands in the manifest.
    static String named(Addressee addressee) {
        return switch (addressee) {
            case Addressee.Holder(var certificate) -> "certificate " + Certificates.fingerprint(certificate);
            case Addressee.Words(var passphrase) -> "passphrase";
        };
    }

    /// The RecipientInfo for a key.
    byte[] wrap(SecretKey key) {
        try {
            return switch (addressee) {
                case Addressee.Holder(var certificate) ->
                    certificate.getPublicKey() instanceof ECPublicKey curve
                            ? agreement(certificate, curve).wrap(key)
                            : generated(new JceKeyTransRecipientInfoGenerator(certificate, OAEP), key);
                case Addressee.Words(var passphrase) -> generated(words.generator(passphrase), key);
            };
        } catch (GeneralSecurityException | CMSException | IOException e) {
            throw new IllegalStateException("a segment's key cannot be wrapped", e);
        }
    }

    private static byte[] generated(RecipientInfoGenerator generator, SecretKey key) throws CMSException, IOException {
        return generator.generate(new JceGenericKey(CONTENT, key)).getEncoded(ASN1Encoding.DER);
    }

    private Agreement agreement(X509Certificate certificate, ECPublicKey curve) throws GeneralSecurityException {
        if (agreement == null) {
            agreement = new Agreement(certificate, curve, random);
        }
        return agreement;
    }
}
