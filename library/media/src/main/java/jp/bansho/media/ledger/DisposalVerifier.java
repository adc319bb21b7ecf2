package jp.bansho.media.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import jp.bansho.audit.HeadKeys;

/// Verifies disposal certificates without the system that wrote them: form, signature, and that two
/// people stood there.
public final class DisposalVerifier {

    private final HeadKeys trusted;

    /// @param trusted the issuer's public keys, retired ones included
    public DisposalVerifier(HeadKeys trusted) {
        this.trusted = trusted;
    }

    /// Judges the bytes of a file.
    public DisposalVerdict verify(byte[] file) {
        SignedDisposal signed;
        try {
            signed = SignedDisposal.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return new DisposalVerdict.Worthless("not a disposal certificate, or altered", "媒体廃棄証明の形式ではないか、書き換えられています");
        }
        if (!trusted.byId().containsKey(signed.keyId())) {
            return new DisposalVerdict.Worthless("signed with an unknown key", "署名の鍵が公開鍵ファイルにありません");
        }
        if (!signed.signedBy(trusted)) {
            return new DisposalVerdict.Worthless("the signature does not fit: altered", "署名が一致しません（書き換えの疑い）");
        }
        var certificate = signed.certificate();
        return certificate.doneBy().equals(certificate.witnessedBy())
                ? new DisposalVerdict.Worthless("done and witnessed by one account", "作業者と立会者が同一です")
                : new DisposalVerdict.Genuine(certificate);
    }
}
