package jp.bansho.retention;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HexFormat;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;

/// A certificate with its signature: the text, then a line `key: <key id>` that is signed as well, then a line
/// `signature: <Ed25519, 128 hexadecimal digits>`. The key is the one that signs the heads of the record of use.
///
/// @param signature over every byte before its own line
public record SignedCertificate(Certificate certificate, String keyId, String signature) {

    private static final String KEY = "key: ";
    private static final String SIGNATURE = "signature: ";
    private static final int SIGNATURE_LINE = SIGNATURE.length() + 128 + 1;

    /// Signs a certificate.
    public static SignedCertificate sign(Certificate certificate, HeadSigner signer) {
        var signed = new SignedCertificate(certificate, signer.keyId(), "");
        return new SignedCertificate(
                certificate, signer.keyId(), HexFormat.of().formatHex(signer.sign(ascii(signed.body()))));
    }

    /// The file's text.
    public String text() {
        return body() + SIGNATURE + signature + "\n";
    }

    /// Reads a file's text, whose signature is not verified yet.
    ///
    /// @throws IllegalArgumentException if any byte of it cannot be part of a certificate
    public static SignedCertificate parse(String text) {
        var cut = text.length() - SIGNATURE_LINE;
        var key = cut < 0 ? -1 : text.lastIndexOf(KEY, cut);
        if (key < 0) {
            throw new IllegalArgumentException("a certificate ends with its key and its signature");
        }
        var read = new SignedCertificate(
                CertificateText.read(text.substring(0, key)),
                text.substring(key + KEY.length(), cut).strip(),
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
            ed25519.update(ascii(body()));
            return HexFormat.of().formatHex(HexFormat.of().parseHex(signature)).equals(signature)
                    && ed25519.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private String body() {
        return CertificateText.write(certificate) + KEY + keyId + "\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
