package jp.bansho.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked dates of both clocks.
class RuleTest {

    @ParameterizedTest
    @CsvSource({
        "2016-11-15, 2026-11-15, 2026-11-16",
        "2019-12-31, 2029-12-31, 2030-01-01",
        "2018-02-28, 2028-02-29, 2028-03-01",
        "2020-02-28, 2030-02-28, 2030-03-01",
        "2020-02-29, 2030-02-28, 2030-03-01"
    })
    void tenYearsFromTheDayAfterTheDeathWasConfirmed(LocalDate confirmed, LocalDate lastKept, LocalDate eraseFrom) {
        assertThat(Rule.PENSION_TEN_YEARS.lastKept(confirmed)).isEqualTo(lastKept);
        assertThat(Rule.PENSION_TEN_YEARS.eraseFrom(confirmed)).isEqualTo(eraseFrom);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-14, 2024-01-10, 2024-01-11",
        "2017-02-14, 2025-01-10, 2025-01-11",
        "2020-02-13, 2028-01-10, 2028-01-11",
        "2026-02-12, 2034-01-10, 2034-01-11",
        "2026-01-01, 2034-01-10, 2034-01-11",
        "2026-12-31, 2034-01-10, 2034-01-11"
    })
    void sevenYearsFromTheEleventhOfJanuaryAfterTheDeadlinesYear(
            LocalDate deadline, LocalDate lastKept, LocalDate eraseFrom) {
        assertThat(Rule.TAX_SEVEN_YEARS.lastKept(deadline)).isEqualTo(lastKept);
        assertThat(Rule.TAX_SEVEN_YEARS.eraseFrom(deadline)).isEqualTo(eraseFrom);
    }
}
