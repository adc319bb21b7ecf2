package jp.bansho.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// The manifest as CMS SignedData with one signer, the text inside, and the sender's certificate for
/// whoever looks with another tool. Bansho itself believes only certificates it knows beforehand.
final class SignedManifest {

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    private SignedManifest() {}

    /// Who signed which text.
    record Signed(TrustedSender sender, String text) {}

    static byte[] sign(String text, CertifiedKey sender, Instant at) {
        try {
            var certificate = sender.certificate();
            var attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
            var signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(
                            new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                    .build(
                            new JcaContentSignerBuilder(Certificates.signature(certificate.getPublicKey()))
                                    .build(sender.key()),
                            certificate);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer);
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            var content = new CMSProcessableByteArray(text.getBytes(StandardCharsets.UTF_8));
            return generator.generate(content, true).toASN1Structure().getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("the manifest cannot be signed", e);
        }
    }

    /// Verifies who signed, and that it was this text.
    static Signed verify(byte[] bytes, TrustedSenders trusted, Instant now) {
        try {
            var data = new CMSSignedData(bytes);
            var signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1
                    || !CMSObjectIdentifiers.data.getId().equals(data.getSignedContentTypeOID())
                    || data.getSignedContent() == null) {
                throw new ParcelRefused(Reason.MANIFEST_TAMPERED);
            }
            var signer = signers.iterator().next();
            var sender = sender(signer, trusted);
            if (!Certificates.inTime(sender.certificate(), now)) {
                throw new ParcelRefused(Reason.SENDER_EXPIRED);
            }
            if (!Certificates.maySign(sender.certificate())) {
                throw new ParcelRefused(Reason.SENDER_NOT_ENTITLED);
            }
            if (signer.getSignedAttributes() == null
                    || !DIGESTS.contains(signer.getDigestAlgOID())
                    || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .build(sender.certificate().getPublicKey()))
                    || !(data.getSignedContent().getContent() instanceof byte[] text)
                    || !Arrays.equals(encoded(text, sender.certificate(), signer.toASN1Structure()), bytes)) {
                throw new ParcelRefused(Reason.MANIFEST_TAMPERED);
            }
            var words = new String(text, StandardCharsets.UTF_8);
            if (!Arrays.equals(words.getBytes(StandardCharsets.UTF_8), text)) {
                throw new ParcelRefused(Reason.MANIFEST_NOT_UNDERSTOOD);
            }
            return new Signed(sender, words);
        } catch (ParcelRefused e) {
            throw e;
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException
                | RuntimeException e) {
            throw new ParcelRefused(Reason.MANIFEST_TAMPERED, e);
        }
    }

    /// The only bytes in which a signature is accepted, so that what is not signed (the order of
    /// things, other certificates, bytes behind the end) cannot be changed either.
    private static byte[] encoded(byte[] text, X509Certificate certificate, SignerInfo signer)
            throws GeneralSecurityException, IOException {
        var plain = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                (ASN1Set) null);
        var data = new SignedData(
                new DERSet(signer.getDigestAlgorithm()),
                new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(text)),
                new DERSet(new JcaX509CertificateHolder(certificate).toASN1Structure()),
                null,
                new DERSet(plain));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    private static TrustedSender sender(SignerInformation signer, TrustedSenders trusted)
            throws GeneralSecurityException {
        for (var sender : trusted.senders()) {
            if (signer.getSID().match(new JcaX509CertificateHolder(sender.certificate()))) {
                return sender;
            }
        }
        throw new ParcelRefused(Reason.SENDER_UNKNOWN);
    }
}
