package jp.bansho.numbers.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.KeptNumber;

/// The version of a person's record: computed from all that the page shows, so that no change, of whatever
/// desk, can forget to count it up.
final class Version {

    private static final int BYTES = 12;

    private Version() {}

    static String of(Person person, List<KeptNumber> numbers) {
        var text = new StringBuilder(person.toString());
        for (var number : numbers) {
            text.append('|')
                    .append(number.generation())
                    .append('=')
                    .append(number.state().name());
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
