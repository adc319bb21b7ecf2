package jp.bansho.numbers.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.bansho.numbers.inspection.EvidenceBinding.Bound;
import jp.bansho.numbers.staff.PurposeTable;
import org.junit.jupiter.api.Test;

/// A signature proves the record it was made for, and no other one (L1, L7).
class EvidenceBindingTest {

    private static final Instant AT = Instant.parse("2026-11-24T01:05:00Z");
    private static final Bound RECORD =
            new Bound("number-revealed", "k28-0001", 28, 7L, "P-05:pension-consultation", "R8-1", AT);
    private static final Map<String, String> SIGNED = Map.of(
            "operation", "reveal-number",
            "account", "k28-0001",
            "association", "28",
            "subject", "7",
            "row", "P-05",
            "case", "R8-1",
            "time", "2026-11-24T01:00:00Z");

    @Test
    void theOperationOfTheRecordFits() {
        assertThat(EvidenceBinding.misfit(SIGNED, RECORD)).isEmpty();
        assertThat(EvidenceBinding.misfit(with("row", "pension-consultation"), RECORD))
                .isEmpty();
    }

    @Test
    void whateverDiffersIsNamed() {
        var others = Map.of(
                "operation", "close-review",
                "account", "k28-0002",
                "association", "11",
                "subject", "8",
                "case", "R8-2",
                "time", "2026-11-24T00:54:59Z");
        others.forEach((key, value) -> assertThat(EvidenceBinding.misfit(with(key, value), RECORD))
                .as(key)
                .hasValue("other-" + (key.equals("account") ? "actor" : key)));
        assertThat(EvidenceBinding.misfit(with("row", "P-03"), RECORD)).hasValue("other-purpose");
        assertThat(EvidenceBinding.misfit(with("time", "yesterday"), RECORD)).hasValue("other-time");
        for (var key : SIGNED.keySet()) {
            var less = new HashMap<>(SIGNED);
            less.remove(key);
            assertThat(EvidenceBinding.misfit(less, RECORD))
                    .as("without " + key)
                    .isPresent();
        }
    }

    @Test
    void aRecordOfARowThatDemandsEvidenceAndHasNoneIsMissingIt() {
        var table = PurposeTable.ofRelease();
        assertThat(EvidenceBinding.missing(table, "number-revealed", "P-05:pension-consultation"))
                .isTrue();
        assertThat(EvidenceBinding.missing(table, "number-revealed", "P-03:pension-payment"))
                .isFalse();
        assertThat(EvidenceBinding.missing(table, "person-shown", "P-05:pension-consultation"))
                .isFalse();
    }

    private static Map<String, String> with(String key, String value) {
        var changed = new HashMap<>(SIGNED);
        changed.put(key, value);
        return changed;
    }
}
