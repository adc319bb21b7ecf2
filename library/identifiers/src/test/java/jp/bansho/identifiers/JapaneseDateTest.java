package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseDateTest {

    @ParameterizedTest
    @CsvSource({
        "1868-10-23, 3, 01, 10, 23",
        "1912-07-29, 3, 45, 07, 29",
        "1912-07-30, 2, 01, 07, 30",
        "1926-12-24, 2, 15, 12, 24",
        "1926-12-25, 1, 01, 12, 25",
        "1989-01-07, 1, 64, 01, 07",
        "1989-01-08, 4, 01, 01, 08",
        "2019-04-30, 4, 31, 04, 30",
        "2019-05-01, 5, 01, 05, 01",
        "2019-09-30, 5, 01, 09, 30",
        "2117-12-31, 5, 99, 12, 31"
    })
    void the_first_and_last_day_of_each_era_are_written_and_read(
            LocalDate date, String code, String year, String month, String day) {
        assertThat(JapaneseDate.of(date).orThrow().fields()).isEqualTo(List.of(code, year, month, day));
        assertThat(JapaneseDate.parse(code, year, month, day)).isEqualTo(new Valid<>(new JapaneseDate(date)));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 01, 04, 30, ERA", // still 平成
        "4, 31, 05, 01, ERA",
        "1, 64, 01, 08, ERA",
        "4, 01, 01, 07, ERA",
        "2, 15, 12, 25, ERA",
        "2, 01, 07, 29, ERA",
        "3, 01, 10, 22, ERA",
        "1, 99, 01, 01, ERA",
        "0, 01, 05, 01, ERA",
        "6, 01, 05, 01, ERA",
        "9, 01, 05, 01, ERA", // その他 names no calendar
        "5, 00, 05, 01, DATE",
        "5, 02, 00, 01, DATE",
        "5, 02, 13, 01, DATE",
        "5, 02, 01, 00, DATE",
        "5, 02, 01, 32, DATE",
        "5, 02, 04, 31, DATE",
        "5, 03, 02, 29, DATE", // 2021 has none
        "5, 2, 04, 30, LENGTH",
        "05, 02, 04, 30, LENGTH",
        "5, 02, 4, 30, LENGTH",
        "5, 02, 04, 030, LENGTH",
        "R, 02, 04, 30, CHARACTERS",
        "5, ０２, 04, 30, CHARACTERS",
        "'', 02, 04, 30, EMPTY",
        "5, 02, 04, '', EMPTY"
    })
    void what_is_no_day_of_that_era_is_refused_by_name(
            String code, String year, String month, String day, IdentifierFault fault) {
        assertThat(JapaneseDate.parse(code, year, month, day)).isEqualTo(new Invalid<>(fault));
    }

    @Test
    void a_leap_day_is_a_day() {
        assertThat(JapaneseDate.of(5, 2, 2, 29).orThrow().date()).isEqualTo("2020-02-29");
    }

    @Test
    void numbers_out_of_any_range_are_refused_and_do_not_throw() {
        assertThat(JapaneseDate.of(5, 100, 1, 1)).isEqualTo(new Invalid<>(IdentifierFault.DATE));
        assertThat(JapaneseDate.of(-5, 1, 1, 1)).isEqualTo(new Invalid<>(IdentifierFault.ERA));
        assertThat(JapaneseDate.of(1, Integer.MAX_VALUE, 1, 1)).isEqualTo(new Invalid<>(IdentifierFault.DATE));
        assertThat(JapaneseDate.of(1, 1, 1, Integer.MIN_VALUE)).isEqualTo(new Invalid<>(IdentifierFault.DATE));
    }

    @Test
    void days_outside_of_all_eras_are_refused() {
        for (var date : List.of(LocalDate.of(1868, 10, 22), LocalDate.of(2118, 1, 1), LocalDate.MIN, LocalDate.MAX)) {
            assertThat(JapaneseDate.of(date)).isEqualTo(new Invalid<>(IdentifierFault.ERA));
            assertThatThrownBy(() -> new JapaneseDate(date)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void every_day_since_1873_agrees_with_the_calendar_of_the_jdk() {
        var eras = Map.of(
                JapaneseEra.MEIJI, Era.MEIJI,
                JapaneseEra.TAISHO, Era.TAISHO,
                JapaneseEra.SHOWA, Era.SHOWA,
                JapaneseEra.HEISEI, Era.HEISEI,
                JapaneseEra.REIWA, Era.REIWA);
        for (var day = LocalDate.of(1873, 1, 1); day.getYear() < 2118; day = day.plusDays(1)) {
            var expected = java.time.chrono.JapaneseDate.from(day);
            var date = new JapaneseDate(day);
            assertThat(date.era()).as("%s", day).isEqualTo(eras.get(expected.getEra()));
            assertThat(date.yearOfEra()).as("%s", day).isEqualTo(expected.get(ChronoField.YEAR_OF_ERA));
            assertThat(JapaneseDate.of(date.era().code(), date.yearOfEra(), day.getMonthValue(), day.getDayOfMonth()))
                    .isEqualTo(new Valid<>(date));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 昭和", "2, 大正", "3, 明治", "4, 平成", "5, 令和", "9, その他"})
    void each_code_of_the_tax_agency_names_an_era(int code, String name) {
        var era = Era.ofCode(code).orThrow();
        assertThat(era.japanese()).isEqualTo(name);
        assertThat(era.code()).isEqualTo(code);
    }
}
