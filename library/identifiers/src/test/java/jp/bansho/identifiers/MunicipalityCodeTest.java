package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalityCodeTest {

    @ParameterizedTest
    @CsvSource({"280003, 28", "281000, 28", "131016, 13", "011002, 1", "473821, 47", "142018, 14"})
    void codes_of_real_places_are_valid_in_both_forms(String text, int prefecture) {
        var code = MunicipalityCode.parse(text).orThrow();
        assertThat(code).hasToString(text);
        assertThat(code.prefecture()).isEqualTo(prefecture);
        assertThat(code.fiveDigits()).isEqualTo(text.substring(0, 5));
        assertThat(MunicipalityCode.parseFiveDigits(text.substring(0, 5))).isEqualTo(new Valid<>(code));
    }

    @ParameterizedTest
    @CsvSource({
        "280004, CHECK_DIGIT",
        "000000, RANGE",
        "481009, RANGE",
        "28000, LENGTH",
        "2800030, LENGTH",
        "28000３, CHARACTERS",
        "'', EMPTY"
    })
    void others_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(MunicipalityCode.parse(text)).isEqualTo(new Invalid<>(fault));
    }

    @ParameterizedTest
    @CsvSource({"00999, RANGE", "48000, RANGE", "280003, LENGTH", "2800A, CHARACTERS", "'', EMPTY"})
    void short_forms_that_are_none_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(MunicipalityCode.parseFiveDigits(text)).isEqualTo(new Invalid<>(fault));
    }

    @Test
    void every_code_agrees_with_the_formula_from_the_left() {
        for (int five = 1_000; five < 48_000; five++) {
            var digits = String.format("%05d", five);
            var sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += (6 - i) * (digits.charAt(i) - '0');
            }
            var check = (11 - sum % 11) % 10;
            assertThat(MunicipalityCode.parseFiveDigits(digits).orThrow()).hasToString(digits + check);
            assertThat(MunicipalityCode.parse(digits + check) instanceof Valid<MunicipalityCode>)
                    .isTrue();
            assertThat(MunicipalityCode.parse(digits + (check + 1) % 10))
                    .isEqualTo(new Invalid<>(IdentifierFault.CHECK_DIGIT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -280003, 280004, 480001, 2800030})
    void a_value_that_is_none_is_refused(int value) {
        assertThatThrownBy(() -> new MunicipalityCode(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
