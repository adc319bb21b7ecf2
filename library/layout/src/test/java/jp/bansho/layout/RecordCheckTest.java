package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check against its slow twin, on records made from the tables and on their mutations.
class RecordCheckTest {

    private static final int LONGEST = 1 << 16;

    @Test
    void theSenderIsCheckedOnceAndAgainWhereItIsAnother() throws IOException {
        var golden = Golden.TAX;
        var good = golden.raw().substring(0, golden.raw().indexOf("\r\n") + 2);
        var other = good.replaceFirst("^377,[^,]*,", "377,12345,");
        var file = (good + good + other + good + other).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Golden.check(file, golden.layout()))
                .containsExactly(new Violation(3, 2, Rule.WIDTH), new Violation(5, 2, Rule.WIDTH));
    }

    @ParameterizedTest
    @CsvSource({
        "nta-377,2016",
        "nta-377,2018",
        "nta-377,2019",
        "nta-377,2020",
        "nta-377,2021",
        "nta-377,2026",
        "nta-377-source,2017",
        "nta-377-source,2025",
        "withholding-source,2016",
        "withholding-source,2026",
        "municipal-report,2024",
        "payment-report-source,2024",
        "elt-331,2011",
        "elt-331,2015",
        "identity-results,0",
        "dependants,0",
        "identifiers,0"
    })
    void recordsMadeFromTheTableAlwaysPass(String id, int taxYear) throws IOException {
        var layout = Layouts.find(id, taxYear);
        var random = new Random(taxYear);
        var twin = new SlowCheck(layout);
        for (var round = 0; round < 40; round++) {
            var file = file(layout, random, 3);
            assertThat(Golden.check(file, layout))
                    .as("round %s of seed %s", round, taxYear)
                    .isEmpty();
            assertThat(SlowReader.read(new String(file, StandardCharsets.ISO_8859_1), LONGEST))
                    .as("round %s of seed %s, by the slow twin", round, taxYear)
                    .hasSize(3)
                    .allMatch(twin::good);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nta-377,2017",
        "nta-377,2024",
        "nta-377-source,2023",
        "municipal-report,2024",
        "payment-report-source,2024",
        "elt-331,2014",
        "identity-results,0",
        "dependants,0",
        "identifiers,0"
    })
    void aMutationIsFoundUnlessTheSlowTwinProvesItHarmless(String id, int taxYear) throws IOException {
        var layout = Layouts.find(id, taxYear);
        var random = new Random(99);
        var twin = new SlowCheck(layout);
        var found = 0;
        var harmless = 0;
        for (var round = 0; round < 500; round++) {
            var raw = mutate(new String(file(layout, random, 3), StandardCharsets.ISO_8859_1), random);
            var expected = SlowReader.read(raw, LONGEST).stream()
                    .map(row -> layout.prefix() == 0 ? row : row.withoutPrefix(layout.prefix()))
                    .map(twin::good)
                    .toList();
            assertThat(verdicts(raw.getBytes(StandardCharsets.ISO_8859_1), layout))
                    .as("round %s of seed 99", round)
                    .isEqualTo(expected);
            if (expected.contains(false)) {
                found++;
            } else {
                harmless++;
            }
        }
        assertThat(found).as("mutations found").isGreaterThan(100);
        assertThat(harmless).as("harmless mutations").isGreaterThan(30);
    }

    @Test
    void aMutationIsReportedAtItsOwnLineOnly() throws IOException {
        var layout = Layouts.find("nta-377", 2024);
        var random = new Random(5);
        for (var round = 0; round < 500; round++) {
            var lines = new String(file(layout, random, 3), StandardCharsets.ISO_8859_1).split("(?<=\r\n)");
            var at = random.nextInt(lines[1].length() - 2);
            lines[1] = lines[1].substring(0, at) + (char) random.nextInt(' ', 256) + lines[1].substring(at + 1);
            var file = String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Golden.check(file, layout))
                    .as("round %s of seed 5", round)
                    .allMatch(violation -> violation.line() == 2);
        }
    }

    private static byte[] file(Layout layout, Random random, int records) throws IOException {
        var text = new StringBuilder();
        for (var i = 0; i < records; i++) {
            text.append(RecordMaker.make(layout, random)).append("\r\n");
        }
        return layout.characterSet().encode(text.toString());
    }

    private static String mutate(String raw, Random random) {
        var at = random.nextInt(raw.length());
        var likely = "0123459,\"\r\n\t -a\u0081\u008F\u00B1\u00C2\u00E3\u00ED\u00F0\u00FF";
        var one = random.nextBoolean() ? likely.charAt(random.nextInt(likely.length())) : (char) random.nextInt(256);
        return switch (random.nextInt(4)) {
            case 0 -> raw.substring(0, at) + one + raw.substring(at);
            case 1 -> raw.substring(0, at) + raw.substring(at + 1);
            default -> raw.substring(0, at) + one + raw.substring(at + 1);
        };
    }

    private static List<Boolean> verdicts(byte[] file, Layout layout) throws IOException {
        var verdicts = new ArrayList<Boolean>();
        var check = new RecordCheck(layout);
        try (var reader = new RecordReader(new ByteArrayInputStream(file), layout)) {
            while (reader.next()) {
                verdicts.add(check.check(reader, violation -> {}));
            }
        }
        return verdicts;
    }
}
