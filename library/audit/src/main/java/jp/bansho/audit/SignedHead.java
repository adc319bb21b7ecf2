package jp.bansho.audit;

import java.time.Instant;
import java.util.HexFormat;

/// The end of the chain at one moment, signed: whoever has it can tell whether anything up to `seq` was changed
/// since.
///
/// @param seq       number of the last record
/// @param hash      hash of the last record, 64 hexadecimal digits
/// @param at        when the head was signed, in microseconds
/// @param keyId     which key signed it
/// @param signature Ed25519 signature over the canonical bytes of the four others, in hexadecimal digits
public record SignedHead(long seq, String hash, Instant at, String keyId, String signature) {

    /// The bytes that are signed.
    byte[] message() {
        return new Encoding().head(seq, HexFormat.of().parseHex(hash), Envelope.micros(at), keyId);
    }

    static SignedHead sign(HeadSigner signer, long seq, byte[] hash, Instant at) {
        if (!signer.keyId().matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a key id has 1 to 64 letters, digits, dots, dashes or underscores");
        }
        var unsigned = new SignedHead(seq, HexFormat.of().formatHex(hash), at, signer.keyId(), "");
        var signature = HexFormat.of().formatHex(signer.sign(unsigned.message()));
        return new SignedHead(seq, unsigned.hash(), at, signer.keyId(), signature);
    }

    /// Whether both speak of the same chain up to the same record; who signed it and when does not matter.
    boolean sameAs(SignedHead other) {
        return seq == other.seq && hash.equals(other.hash);
    }
}
