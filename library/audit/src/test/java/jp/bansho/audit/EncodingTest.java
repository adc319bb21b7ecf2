package jp.bansho.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static final HexFormat HEX = HexFormat.of();

    private final Encoding encoding = new Encoding();

    /// If this fails, every chain that was ever written has become unreadable: do not rewrite the file, restore
    /// the code.
    @Test
    void theFormatIsTheOneOfTheGoldenFile() throws IOException {
        var stamp = new Stamp("numbers", "u-0042", "事務担当者", 28, null, 7_000_000_000_001L, null);
        var event = new Invented.NumberLookedUp("年金の裁定", 1);
        var salt = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
        var details = EventShape.details(event);
        var digest = encoding.digest(salt, details);
        var envelope = Envelope.of(1, Envelope.micros(AuditDatabase.NOW), stamp, event.event());
        var hash = encoding.hash(Encoding.genesis(), 1, envelope, digest);
        var actual = """
                at        %s
                details   %s
                salt      %s
                digest    %s
                previous  %s
                canonical %s
                hash      %s
                head      %s
                """.formatted(
                        AuditDatabase.NOW,
                        details,
                        HEX.formatHex(salt),
                        HEX.formatHex(digest),
                        HEX.formatHex(Encoding.genesis()),
                        HEX.formatHex(encoding.canonical(Encoding.genesis(), envelope, digest)),
                        HEX.formatHex(hash),
                        HEX.formatHex(encoding.head(1, hash, envelope.micros(), "k1")));
        assertThat(actual).isEqualTo(Files.readString(Path.of("src/test/golden/audit-record.txt")));
    }

    @Test
    void fieldsCannotFlowIntoEachOther() {
        var seed = 4711L;
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            var text = "ab".repeat(1 + random.nextInt(4));
            int cut = random.nextInt(text.length());
            int otherCut = random.nextInt(text.length());
            var one = envelope(text.substring(0, cut), text.substring(cut));
            var other = envelope(text.substring(0, otherCut), text.substring(otherCut));
            assertThat(HEX.formatHex(hash(one)).equals(HEX.formatHex(hash(other))))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(one.equals(other));
        }
    }

    @Test
    void nullIsNotEmpty() {
        var with = new Envelope(1, 0, "s", "a", "r", null, "e", "", null, null);
        var without = new Envelope(1, 0, "s", "a", "r", null, "e", null, null, null);
        assertThat(hash(with)).isNotEqualTo(hash(without));
    }

    private byte[] hash(Envelope envelope) {
        return encoding.hash(Encoding.genesis(), 1, envelope, new byte[Encoding.HASH]);
    }

    private static Envelope envelope(String actor, String role) {
        return new Envelope(1, 0, "s", actor, role, null, "e", null, null, null);
    }
}
