package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxYearTest {

    @ParameterizedTest
    @CsvSource({
        "1989, 01, 64",
        "1990, 02, 02",
        "2016, 28, 28",
        "2018, 30, 30",
        "2019, 01, 31",
        "2020, 02, 02",
        "2027, 09, 09",
        "2028, 10, 10",
        "2117, 99, 99"
    })
    void the_last_day_of_the_year_decides_what_is_written(int year, String digits, String ofFirstDay) {
        var taxYear = new TaxYear(year);
        assertThat(taxYear.digits()).isEqualTo(digits);
        assertThat(taxYear.digitsOfFirstDay()).isEqualTo(ofFirstDay);
        assertThat(taxYear.isWrittenAs(digits)).isTrue();
        assertThat(taxYear.isWrittenAs(ofFirstDay)).isTrue();
        assertThat(taxYear.isWrittenAs("00")).isFalse();
    }

    @Test
    void both_spellings_of_2019_are_recognised_and_no_third() {
        var year = new TaxYear(2019);
        for (int digits = 0; digits < 100; digits++) {
            assertThat(year.isWrittenAs(String.format("%02d", digits))).isEqualTo(digits == 1 || digits == 31);
        }
        assertThat(year.isWrittenAs("1")).isFalse();
        assertThat(year.isWrittenAs("０１")).isFalse();
    }

    @Test
    void two_digits_alone_do_not_say_which_year_is_meant() {
        assertThat(TaxYear.readingsOf("01")).containsExactly(new TaxYear(1989), new TaxYear(2019));
        assertThat(TaxYear.readingsOf("31")).containsExactly(new TaxYear(2019), new TaxYear(2049));
        assertThat(TaxYear.readingsOf("08")).containsExactly(new TaxYear(1996), new TaxYear(2026));
        assertThat(TaxYear.readingsOf("40")).containsExactly(new TaxYear(2058));
        assertThat(TaxYear.readingsOf("00")).isEmpty();
        assertThat(TaxYear.readingsOf("R1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1988, 2118, 0, -1})
    void years_outside_of_two_digits_are_refused(int year) {
        assertThatThrownBy(() -> new TaxYear(year)).isInstanceOf(IllegalArgumentException.class);
    }
}
