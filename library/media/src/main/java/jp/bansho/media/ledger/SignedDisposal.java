package jp.bansho.media.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HexFormat;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;

/// A disposal certificate with its signature: the text, then a line `key: <key id>` that is signed
/// as well, then a line `signature: <Ed25519, 128 hexadecimal digits>`.
///
/// @param signature over every byte before its own line
public record SignedDisposal(DisposalCertificate certificate, String keyId, String signature) {

    private static final String KEY = "key: ";
    private static final String SIGNATURE = "signature: ";
    private static final int SIGNATURE_LINE = SIGNATURE.length() + 128 + 1;

    /// Signs a certificate.
    public static SignedDisposal sign(DisposalCertificate certificate, HeadSigner signer) {
        var unsigned = new SignedDisposal(certificate, signer.keyId(), "");
        return new SignedDisposal(
                certificate, signer.keyId(), HexFormat.of().formatHex(signer.sign(unsigned.signedBytes())));
    }

    /// The file's text, in UTF-8.
    public String text() {
        return body() + SIGNATURE + signature + "\n";
    }

    /// Reads a file's text, whose signature is not verified yet.
    ///
    /// @throws IllegalArgumentException if any byte of it cannot be part of a certificate
    public static SignedDisposal parse(String text) {
        var cut = text.length() - SIGNATURE_LINE;
        var key = cut < 0 ? -1 : text.lastIndexOf("\n" + KEY, cut);
        if (key < 0) {
            throw new IllegalArgumentException("a certificate ends with its key and its signature");
        }
        var read = new SignedDisposal(
                DisposalText.read(text.substring(0, key + 1)),
                text.substring(key + 1 + KEY.length(), cut).strip(),
                text.substring(cut + SIGNATURE.length()).strip());
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("not in the one form of a signed certificate");
        }
        return read;
    }

    /// Whether one of these keys signed exactly this.
    public boolean signedBy(HeadKeys trusted) {
        var key = trusted.byId().get(keyId);
        if (key == null) {
            return false;
        }
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signedBytes());
            var bytes = HexFormat.of().parseHex(signature);
            return HexFormat.of().formatHex(bytes).equals(signature) && ed25519.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] signedBytes() {
        return body().getBytes(StandardCharsets.UTF_8);
    }

    private String body() {
        return DisposalText.write(certificate) + KEY + keyId + "\n";
    }
}
