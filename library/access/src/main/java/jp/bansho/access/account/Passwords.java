package jp.bansho.access.account;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/// Temporary passwords: made at random, kept as a slow hash.
///
/// Sixteen characters of a 31-letter alphabet without look-alikes, about 79 bits; groups of four for
/// reading off paper.
final class Passwords {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ2345678";
    private static final int GROUPS = 4;

    private final SecureRandom random = new SecureRandom();
    private final Pbkdf2PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = encoder.encode(fresh());

    String fresh() {
        var made = new StringBuilder();
        for (var i = 0; i < GROUPS * 4; i++) {
            if (i > 0 && i % 4 == 0) {
                made.append('-');
            }
            made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return made.toString();
    }

    String hash(String password) {
        return encoder.encode(bare(password));
    }

    boolean matches(String typed, String hash) {
        return encoder.matches(bare(typed), hash);
    }

    /// Takes as long as a real comparison, so that the time does not tell whether an account exists.
    void matchNobody(String typed) {
        if (encoder.matches(bare(typed), nobodys)) {
            throw new IllegalStateException("nobody knows this password");
        }
    }

    /// Case, hyphens and spaces do not matter to whoever types from paper.
    private static String bare(String password) {
        return password.replaceAll("[\\s\\-]", "").toUpperCase(Locale.ROOT);
    }
}
