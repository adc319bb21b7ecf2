package jp.bansho.access.passkey;

import java.util.Arrays;

/// The name an authenticator gave to a passkey.
///
/// @param text base64url without padding, of 16 to 1023 bytes
public record CredentialId(String text) {

    static final int SHORTEST = 16;
    static final int LONGEST = 1023;

    /// Checks the length.
    public CredentialId {
        var length = Bytes.of(text).length;
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("a credential id has 16 to 1023 bytes");
        }
    }

    /// The id of those bytes.
    public static CredentialId of(byte[] bytes) {
        return new CredentialId(Bytes.text(bytes));
    }

    /// The bytes, as the tables hold them.
    public byte[] bytes() {
        return Bytes.of(text);
    }

    /// The short name for the record: 16 hex digits of the SHA-256, so that no authenticator can choose what is
    /// written.
    public String handle() {
        return Bytes.hex(Arrays.copyOf(Bytes.sha256(bytes()), 8));
    }
}
