package jp.bansho.media;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.Key;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipient;
import org.bouncycastle.cms.jcajce.JcePasswordEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptor;

/// Recipients in the sense of Bouncy Castle that yield the unwrapped key itself instead of decrypted
/// content: the content is decrypted by the JDK, which is several times faster.
final class Recipients {

    private Recipients() {}

    /// RSA.
    static final class Transport extends JceKeyTransRecipient {

        Transport(PrivateKey key) {
            super(key);
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier wrapping, AlgorithmIdentifier content, byte[] wrapped) throws CMSException {
            return new RecipientOperator(new KeyItself(extractSecretKey(wrapping, content, wrapped)));
        }
    }

    /// Elliptic curves.
    static final class Agreement extends JceKeyAgreeRecipient {

        Agreement(PrivateKey key, BouncyCastleProvider provider) {
            super(key);
            setProvider(provider);
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier wrapping,
                AlgorithmIdentifier content,
                SubjectPublicKeyInfo sender,
                ASN1OctetString material,
                byte[] wrapped)
                throws CMSException {
            return new RecipientOperator(new KeyItself(extractSecretKey(wrapping, content, sender, material, wrapped)));
        }
    }

    /// A passphrase.
    static final class Words extends JcePasswordEnvelopedRecipient {

        private final char[] letters;
        private final PasswordWrap words;

        private Words(char[] letters, PasswordWrap words, BouncyCastleProvider provider) {
            super(letters);
            this.letters = letters;
            this.words = words;
            setProvider(provider);
        }

        Words(Passphrase passphrase, PasswordWrap words, BouncyCastleProvider provider) {
            this(passphrase.shown(), words, provider);
        }

        @Override
        public byte[] calculateDerivedKey(int scheme, AlgorithmIdentifier algorithm, int bits) throws CMSException {
            return words.derive(letters, algorithm);
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier wrapping, AlgorithmIdentifier content, byte[] derived, byte[] wrapped)
                throws CMSException {
            return new RecipientOperator(new KeyItself(extractSecretKey(wrapping, content, derived, wrapped)));
        }
    }

    private record KeyItself(Key key) implements InputDecryptor {

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream getInputStream(InputStream encrypted) {
            return new ByteArrayInputStream(key.getEncoded());
        }
    }
}
