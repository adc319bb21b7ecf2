package jp.bansho.numbers.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.bansho.numbers.intake.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a duty is ahead, due, open, late.
class DutyCalendarTest {

    private static final Duty NOVEMBER = new Duty(Duty.Sort.LIFE_STATUS, YearMonth.of(2026, 11));
    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static Cycle cycle(boolean closed) {
        var at = Instant.parse("2026-11-20T00:00:00Z");
        return new Cycle(1, 28, NOVEMBER, at, "a", at, NOTHING, closed ? at : null, closed ? "a" : null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, AHEAD, LATE, CLOSED",
        "2026-11-01, DUE, OPEN, CLOSED",
        "2026-11-30, DUE, OPEN, CLOSED",
        "2026-12-01, LATE, OPEN, CLOSED",
        "2026-12-31, LATE, OPEN, CLOSED",
        "2027-01-01, LATE, LATE, CLOSED",
    })
    void aFileIsDueInItsMonthAndTheClosingInTheNext(
            LocalDate day, DutyCalendar.State without, DutyCalendar.State open, DutyCalendar.State closed) {
        assertThat(DutyCalendar.state(NOVEMBER, null, day)).isEqualTo(without);
        if (!day.isBefore(LocalDate.of(2026, 11, 1))) {
            assertThat(DutyCalendar.state(NOVEMBER, cycle(false), day)).isEqualTo(open);
        }
        assertThat(DutyCalendar.state(NOVEMBER, cycle(true), day)).isEqualTo(closed);
    }

    @Test
    void theNextMonthOfADutyIsOddOrAnOctober() {
        assertThat(DutyCalendar.next(Duty.Sort.LIFE_STATUS, YearMonth.of(2026, 11)))
                .isEqualTo(YearMonth.of(2026, 11));
        assertThat(DutyCalendar.next(Duty.Sort.LIFE_STATUS, YearMonth.of(2026, 12)))
                .isEqualTo(YearMonth.of(2027, 1));
        assertThat(DutyCalendar.next(Duty.Sort.DECLARATIONS, YearMonth.of(2026, 11)))
                .isEqualTo(YearMonth.of(2027, 10));
    }

    @Test
    void anInquiryBelongsToItsOddMonthOrTheOneBefore() {
        assertThat(Duty.lifeStatus(LocalDate.of(2026, 12, 3))).isEqualTo(NOVEMBER);
        assertThat(Duty.lifeStatus(LocalDate.of(2026, 11, 30))).isEqualTo(NOVEMBER);
        assertThat(Duty.declarationsOf(2027).month()).isEqualTo(YearMonth.of(2026, 10));
    }
}
