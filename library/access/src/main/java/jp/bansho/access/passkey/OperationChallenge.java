package jp.bansho.access.passkey;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// An operation in words, so that a passkey can sign exactly this one: the challenge is the SHA-256 of the
/// text.
///
/// The text is lines of `key: value`, in this order: `operation`, `account`, the facts of the operation in
/// the order given (such as `subject`, `purpose`, `case`), `time` and `nonce`. A nonce of 16 random bytes
/// makes the same operation another one the next time. Like all that is recorded it holds handles, never an
/// Individual Number.
///
/// @param text canonical lines, each ended by a line feed; at most 1,000 characters
public record OperationChallenge(String text) {

    private static final int LONGEST = 1000;
    private static final Pattern LINES =
            Pattern.compile("operation: [^\\p{Cntrl}]+\naccount: [^\\p{Cntrl}]+\n([a-z-]+: [^\\p{Cntrl}]*\n)*"
                    + "time: [0-9TZ:.-]+\nnonce: [A-Za-z0-9_-]{22}\n");

    /// Checks the form.
    ///
    /// @throws IllegalArgumentException if a value holds a control character, or all are too long
    public OperationChallenge {
        if (text.length() > LONGEST || !LINES.matcher(text).matches()) {
            throw new IllegalArgumentException("an operation to be signed is not in its canonical form");
        }
    }

    /// Puts an operation in words.
    ///
    /// @param operation word such as `reveal-number`
    /// @param account   who is to sign
    /// @param facts     key and value, in the order in which they are to stand
    public static OperationChallenge of(
            String operation, String account, SequencedMap<String, String> facts, Instant time, SecureRandom random) {
        var text = new StringBuilder();
        line(text, "operation", operation);
        line(text, "account", account);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            line(text, fact.getKey(), fact.getValue());
        }
        line(text, "time", time.toString());
        var nonce = new byte[16];
        random.nextBytes(nonce);
        line(text, "nonce", Bytes.text(nonce));
        return new OperationChallenge(text.toString());
    }

    /// What the authenticator is asked to sign: 32 bytes.
    public byte[] challenge() {
        return Bytes.sha256(text);
    }

    /// The account that signs.
    public String account() {
        return text.lines().toList().get(1).substring("account: ".length());
    }

    private static void line(StringBuilder text, String key, String value) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a value of an operation holds a control character: " + key);
        }
        text.append(key).append(": ").append(value).append('\n');
    }
}
