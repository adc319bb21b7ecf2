package jp.bansho.media;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.PasswordRecipientInformation;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/// Unwraps the keys of segments with what the addressee has. The segment's bytes were held against the
/// signed manifest before, so what does not fit here is the wrong passphrase, or a sender who breaks
/// the format.
final class KeyUnwrap implements AutoCloseable {

    private static final int KEY = 32;

    /// One for all segments: it takes longer to make than a key to unwrap.
    private final BouncyCastleProvider provider = new BouncyCastleProvider();

    private final Opener opener;
    private final PasswordWrap words = new PasswordWrap(new SecureRandom(), provider);

    KeyUnwrap(Opener opener) {
        this.opener = opener;
    }

    /// The key of a segment; null if what the addressee has does not unwrap it.
    byte @Nullable [] unwrap(byte[] recipientInfo) {
        try {
            var information = recipients(recipientInfo);
            var key = information.size() == 1 ? key(information.getFirst()) : null;
            return key != null && key.length == KEY ? key : null;
        } catch (CMSException | IOException | GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        words.forget();
    }

    /// Reads the RecipientInfo by way of an envelope without content, which is all the library offers.
    private static List<RecipientInformation> recipients(byte[] recipientInfo) throws CMSException, IOException {
        var nothing = new DEROctetString(new byte[0]);
        var envelope = new AuthEnvelopedData(
                null,
                new DERSet(RecipientInfo.getInstance(ASN1Primitive.fromByteArray(recipientInfo))),
                new EncryptedContentInfo(
                        CMSObjectIdentifiers.data,
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_GCM),
                        nothing),
                null,
                nothing,
                null);
        var data = new CMSAuthEnvelopedData(new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, envelope));
        return List.copyOf(data.getRecipientInfos().getRecipients());
    }

    private byte @Nullable [] key(RecipientInformation information)
            throws CMSException, IOException, GeneralSecurityException {
        return switch (opener) {
            case Opener.Key(var own) -> key(information, own);
            case Opener.Words(var passphrase) ->
                information instanceof PasswordRecipientInformation
                        ? information.getContent(new Recipients.Words(passphrase, words, provider))
                        : null;
        };
    }

    private byte @Nullable [] key(RecipientInformation information, CertifiedKey own)
            throws CMSException, GeneralSecurityException {
        var holder = new JcaX509CertificateHolder(own.certificate());
        if (own.key() instanceof ECPrivateKey) {
            return information.getRID() instanceof KeyAgreeRecipientId id && id.match(holder)
                    ? information.getContent(new Recipients.Agreement(own.key(), provider))
                    : null;
        }
        return information.getRID() instanceof KeyTransRecipientId id
                        && id.match(holder)
                        && PKCSObjectIdentifiers.id_RSAES_OAEP.getId().equals(information.getKeyEncryptionAlgOID())
                ? information.getContent(new Recipients.Transport(own.key()))
                : null;
    }
}
