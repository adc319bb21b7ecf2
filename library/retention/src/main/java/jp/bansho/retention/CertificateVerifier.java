package jp.bansho.retention;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import jp.bansho.audit.HeadKeys;

/// Verifies erasure certificates without the system that wrote them: form, signature, and that nothing listed was
/// erased before its time.
public final class CertificateVerifier {

    private final HeadKeys trusted;

    /// @param trusted the public keys of the record of use, retired ones included
    public CertificateVerifier(HeadKeys trusted) {
        this.trusted = trusted;
    }

    /// Judges the bytes of a file.
    public CertificateVerdict verify(byte[] file) {
        SignedCertificate signed;
        try {
            signed = SignedCertificate.parse(ascii(file));
        } catch (IllegalArgumentException e) {
            return new CertificateVerdict.Worthless(
                    "not an erasure certificate, or altered", "廃棄証明の形式ではないか、書き換えられています");
        }
        if (!trusted.byId().containsKey(signed.keyId())) {
            return new CertificateVerdict.Worthless("signed with an unknown key", "署名の鍵が公開鍵ファイルにありません");
        }
        if (!signed.signedBy(trusted)) {
            return new CertificateVerdict.Worthless("the signature does not fit: altered", "署名が一致しません（書き換えの疑い）");
        }
        return untrue(signed.certificate())
                .<CertificateVerdict>map(verdict -> verdict)
                .orElseGet(() -> new CertificateVerdict.Genuine(signed.certificate()));
    }

    private static Optional<CertificateVerdict.Worthless> untrue(Certificate certificate) {
        var seen = new HashSet<String>();
        for (var one : certificate.erased()) {
            if (one.eraseFrom().isAfter(certificate.day())) {
                return Optional.of(
                        new CertificateVerdict.Worthless("it lists somebody before the time", "期日前の廃棄が記載されています"));
            }
            if (!seen.add(one.handle() + " " + one.use().word())) {
                return Optional.of(new CertificateVerdict.Worthless("it lists a use twice", "同じ利用目的が二重に記載されています"));
            }
        }
        return certificate.orderedBy().equals(certificate.approvedBy())
                ? Optional.of(new CertificateVerdict.Worthless("ordered and approved by one account", "指示者と承認者が同一です"))
                : Optional.empty();
    }

    private static String ascii(byte[] file) {
        try {
            return StandardCharsets.US_ASCII
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a certificate is ASCII", e);
        }
    }
}
