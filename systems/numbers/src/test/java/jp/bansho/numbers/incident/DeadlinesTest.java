package jp.bansho.numbers.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Properties;
import java.util.Random;
import jp.bansho.numbers.incident.Deadlines.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The clock of the report: worked examples, month and year ends, and what the parameters change.
class DeadlinesTest {

    private static final Deadlines USUAL = Deadlines.of(new Properties());

    @ParameterizedTest
    @CsvSource({
        // known, warns from, last day of the preliminary report, last day of the final one, of a wrongful purpose
        "2026-11-24, 2026-11-27, 2026-11-29, 2026-12-23, 2027-01-22", // the last day is a Sunday: no difference
        "2026-12-29, 2027-01-01, 2027-01-03, 2027-01-27, 2027-02-26", // over New Year
        "2026-12-02, 2026-12-05, 2026-12-07, 2026-12-31, 2027-01-30",
        "2027-01-30, 2027-02-02, 2027-02-04, 2027-02-28, 2027-03-30",
        "2028-01-31, 2028-02-03, 2028-02-05, 2028-02-29, 2028-03-30", // a leap year
        "2028-02-26, 2028-02-29, 2028-03-02, 2028-03-26, 2028-04-25"
    })
    void workedExamples(LocalDate known, LocalDate warns, LocalDate preliminary, LocalDate last, LocalDate wrongful) {
        assertThat(USUAL.preliminary(known)).isEqualTo(new Deadlines.Due(warns, preliminary));
        assertThat(USUAL.last(known, false).last()).isEqualTo(last);
        assertThat(USUAL.last(known, true).last()).isEqualTo(wrongful);
    }

    @Test
    void theClockTurnsDayByDay() {
        var due = USUAL.preliminary(LocalDate.of(2026, 11, 24));
        assertThat(due.on(LocalDate.of(2026, 11, 26), null)).isEqualTo(Standing.RUNNING);
        assertThat(due.on(LocalDate.of(2026, 11, 27), null)).isEqualTo(Standing.DUE);
        assertThat(due.on(LocalDate.of(2026, 11, 29), null)).isEqualTo(Standing.DUE);
        assertThat(due.on(LocalDate.of(2026, 11, 30), null)).isEqualTo(Standing.OVERDUE);
        var later = LocalDate.of(2027, 3, 1);
        assertThat(due.on(later, LocalDate.of(2026, 11, 29))).isEqualTo(Standing.MADE);
        assertThat(due.on(later, LocalDate.of(2026, 11, 30))).isEqualTo(Standing.MADE_LATE);
    }

    @Test
    void whetherTheDayOfKnowingCountsIsAParameter() {
        var over = new Properties();
        over.setProperty("preliminary.counts-day-of-knowing", "true");
        over.setProperty("final.counts-day-of-knowing", "false");
        var other = Deadlines.of(over);
        var random = new Random(4_004);
        for (var i = 0; i < 500; i++) {
            var known = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3_000));
            assertThat(other.preliminary(known).last())
                    .as("seed 4004, %s", known)
                    .isEqualTo(USUAL.preliminary(known).last().minusDays(1));
            assertThat(other.last(known, false).last())
                    .isEqualTo(USUAL.last(known, false).last().plusDays(1));
            assertThat(USUAL.last(known, true).last())
                    .isEqualTo(USUAL.last(known, false).last().plusDays(30));
        }
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() {
        for (var wrong : new String[][] {
            {"final.days", "61"},
            {"preliminary.warn", "6"},
            {"final.days", "0"},
            {"final.day", "30"},
            {"final.counts-day-of-knowing", "yes"},
            {"people.more-than", "many"}
        }) {
            var over = new Properties();
            over.setProperty(wrong[0], wrong[1]);
            assertThatThrownBy(() -> Deadlines.of(over)).as(wrong[0]).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
