package jp.bansho.media;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/// Keys from a passphrase: PBKDF2 with HMAC-SHA-256, 600,000 rounds and one salt for all segments of a
/// parcel, so that it is computed once. The passphrase has 140 random bits; the rounds are for the day
/// somebody uses a weaker one.
final class PasswordWrap {

    static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int KEY_BITS = 256;

    private final BouncyCastleProvider provider;
    private final byte[] salt = new byte[SALT];
    private @Nullable AlgorithmIdentifier derivedBy;
    private byte[] derived = new byte[0];

    PasswordWrap(SecureRandom random, BouncyCastleProvider provider) {
        this.provider = provider;
        random.nextBytes(salt);
    }

    RecipientInfoGenerator generator(Passphrase passphrase) {
        var letters = passphrase.shown();
        return new JcePasswordRecipientInfoGenerator(CMSAlgorithm.AES256_CBC, letters) {
            @Override
            protected byte[] calculateDerivedKey(int scheme, AlgorithmIdentifier algorithm, int bits)
                    throws CMSException {
                return derive(letters, algorithm);
            }
        }.setProvider(provider).setPRF(PasswordRecipient.PRF.HMacSHA256).setSaltAndIterationCount(salt, ROUNDS);
    }

    /// The key for these parameters, which are read from a segment or were just made.
    byte[] derive(char[] letters, AlgorithmIdentifier algorithm) throws CMSException {
        if (!algorithm.equals(derivedBy)) {
            var parameters = PBKDF2Params.getInstance(algorithm.getParameters());
            if (!PKCSObjectIdentifiers.id_PBKDF2.equals(algorithm.getAlgorithm())
                    || !PKCSObjectIdentifiers.id_hmacWithSHA256.equals(
                            parameters.getPrf().getAlgorithm())
                    || parameters.getIterationCount().bitLength() > Integer.SIZE - 1
                    || parameters.getIterationCount().intValue() > MOST_ROUNDS) {
                throw new CMSException("a derivation that is not used here");
            }
            var specification = new PBEKeySpec(
                    letters,
                    parameters.getSalt(),
                    parameters.getIterationCount().intValue(),
                    KEY_BITS);
            try {
                derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(specification)
                        .getEncoded();
                derivedBy = algorithm;
            } catch (GeneralSecurityException e) {
                throw new CMSException("the passphrase yields no key", e);
            } finally {
                specification.clearPassword();
            }
        }
        return derived.clone();
    }

    void forget() {
        Arrays.fill(derived, (byte) 0);
        derivedBy = null;
    }
}
