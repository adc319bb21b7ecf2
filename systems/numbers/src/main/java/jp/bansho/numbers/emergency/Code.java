package jp.bansho.numbers.emergency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/// The one-time code of a session: twenty letters without vowels and digits, 86 bits. Kept as a hash only.
final class Code {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    private Code() {}

    static String fresh(SecureRandom random) {
        var code = new StringBuilder();
        for (var at = 0; at < LENGTH; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /// The hash of a code however it was typed: small letters, without the hyphens.
    static byte[] hash(String typed) {
        var plain = typed.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
