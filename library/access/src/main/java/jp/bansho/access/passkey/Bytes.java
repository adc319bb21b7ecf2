package jp.bansho.access.passkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Bytes as text and back; base64url in its one canonical form only, so that no two texts mean the same.
final class Bytes {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Bytes() {}

    static String text(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// @throws IllegalArgumentException if the text is not the canonical one; it is not in the message
    static byte[] of(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not base64url");
        }
        if (!ENCODER.encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not the canonical base64url");
        }
        return bytes;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
