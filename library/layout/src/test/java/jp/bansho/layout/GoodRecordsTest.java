package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten thousand slips of invented families, put together the way a pension system does: none is refused.
class GoodRecordsTest {

    private static final int SLIPS = 10_000;

    @ParameterizedTest
    @CsvSource({"nta-377,2024", "withholding-source,2024", "municipal-report,2024", "payment-report-source,2024"})
    void noGoodRecordIsRefused(String id, int taxYear) throws IOException {
        var layout = Layouts.find(id, taxYear);
        var random = new Random(10_000);
        var file = new StringBuilder();
        for (var i = 0; i < SLIPS; i++) {
            file.append(String.join(",", new FamilySlip(layout, random).fields()))
                    .append("\r\n");
        }
        var bytes = layout.characterSet().encode(file.toString());
        var check = RecordCheck.withNumbers(layout);
        var twin = new SlowCheck(layout);
        var good = 0;
        try (var reader = new RecordReader(new ByteArrayInputStream(bytes), layout)) {
            while (reader.next()) {
                assertThat(check.check(reader, violation -> {
                            throw new AssertionError(violation + " of seed 10000 in " + layout);
                        }))
                        .isTrue();
                good++;
            }
        }
        assertThat(good).isEqualTo(SLIPS);
        assertThat(SlowReader.read(new String(bytes, StandardCharsets.ISO_8859_1), 1 << 16).stream()
                        .limit(300))
                .allMatch(twin::good);
    }
}
