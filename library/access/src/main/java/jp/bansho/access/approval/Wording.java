package jp.bansho.access.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.bansho.access.NumberInText;

/// The texts of an application: what the decider reads must be all there is.
final class Wording {

    private static final int LINE = 100;
    private static final int PROSE = 2_000;
    private static final int PAYLOAD = 20_000;

    private Wording() {}

    /// A text on one line.
    static String line(String text) {
        return free(text, LINE, false);
    }

    /// A text of a few lines, as a browser sends it.
    static String prose(String text) {
        return free(text.replace("\r\n", "\n"), PROSE, true);
    }

    /// A payload, unchanged.
    static String payload(String text) {
        return visible(text, PAYLOAD, true);
    }

    private static String free(String text, int longest, boolean lines) {
        var plain = visible(text.strip(), longest, lines);
        if (NumberInText.in(plain)) {
            throw Refusal.NUMBER_IN_TEXT.refused();
        }
        return plain;
    }

    private static String visible(String text, int longest, boolean lines) {
        if (text.isBlank()) {
            throw Refusal.TEXT_MISSING.refused();
        }
        if (text.length() > longest) {
            throw Refusal.TEXT_TOO_LONG.refused();
        }
        if (text.codePoints().anyMatch(character -> hidden(character) && !(lines && character == '\n'))) {
            throw Refusal.TEXT_UNREADABLE.refused();
        }
        return text;
    }

    /// Controls, reversed writing directions, invisible marks: a decider would not see what they do.
    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /// SHA-256 of a text in UTF-8, in hexadecimal digits.
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
