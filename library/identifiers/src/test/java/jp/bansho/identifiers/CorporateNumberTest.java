package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"5835678256246", "1180301018771", "7000012050002", "9000020281000", "8000020280003"})
    void published_and_computed_numbers_are_valid(String text) {
        assertThat(CorporateNumber.parse(text)).isEqualTo(new Valid<>(new CorporateNumber(Long.parseLong(text))));
        assertThat(CorporateNumber.parse(text).orThrow()).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2000020280003, CHECK_DIGIT",
        "0835678256246, CHECK_DIGIT",
        "0000000000000, ALL_ZERO",
        "835678256246, LENGTH",
        "58356782562460, LENGTH",
        "T5835678256246, CHARACTERS",
        "５835678256246, CHARACTERS",
        "'', EMPTY"
    })
    void others_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(CorporateNumber.parse(text)).isEqualTo(new Invalid<>(fault));
    }

    @Test
    void the_check_digit_agrees_with_the_formula_and_exactly_one_fits() {
        var seed = 9L;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var basic = random.nextLong(1_000_000_000_000L);
            var padded = String.format("%012d", basic);
            var expected = Ministry.modulusNine(padded);
            assertThat(CorporateNumber.checkDigit(basic))
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(expected);
            for (int digit = 0; digit < 10; digit++) {
                assertThat(CorporateNumber.parse(digit + padded) instanceof Valid<CorporateNumber>)
                        .isEqualTo(digit == expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 2000020280003L, 15835678256246L})
    void a_value_that_is_none_is_refused(long value) {
        assertThatThrownBy(() -> new CorporateNumber(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000_000L})
    void a_check_digit_needs_twelve_digits(long basic) {
        assertThatThrownBy(() -> CorporateNumber.checkDigit(basic)).isInstanceOf(IllegalArgumentException.class);
    }
}
