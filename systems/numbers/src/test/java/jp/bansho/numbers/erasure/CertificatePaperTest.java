package jp.bansho.numbers.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import jp.bansho.paper.PaperPress;
import jp.bansho.retention.Certificate;
import jp.bansho.retention.ErasedUse;
import jp.bansho.retention.Use;
import org.junit.jupiter.api.Test;

/// The certificate on paper: what the signed text says, and a PDF of it.
class CertificatePaperTest {

    @Test
    void thePaperSaysWhatTheCertificateSaysAndCanBePrinted() {
        var day = LocalDate.of(2034, 1, 11);
        var at = Instant.parse("2034-01-12T01:02:03Z");
        var certificate = new Certificate(
                "28-3",
                28,
                day,
                at,
                41,
                "k.tanaka",
                "h.suzuki",
                "0123456789abcdef".repeat(4),
                List.of(new ErasedUse(7, Use.TAX, day, true)),
                2,
                List.of("pad-seal/28/1"),
                "file:00112233aabbccdd",
                "file:44556677eeff0011",
                123_456,
                "fedcba9876543210".repeat(4),
                List.of("key backup 2 of 2033-04-01 still holds pad-seal/28/1"));
        var xhtml = CertificatePaper.xhtml(certificate);

        assertThat(xhtml).contains("28-3", "k.tanaka", "h.suzuki", "pad-seal/28/1", "123456", "key backup 2");
        assertThat(new String(
                        new PaperPress(Clock.fixed(at, ZoneOffset.UTC)).pdf(xhtml), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
