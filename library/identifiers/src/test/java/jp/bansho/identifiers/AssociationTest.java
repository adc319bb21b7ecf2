package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.bansho.identifiers.Parsed.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssociationTest {

    @ParameterizedTest
    @CsvSource({"1, 01", "01, 01", "28, 28", "99, 99"})
    void one_or_two_digits_are_read_and_two_are_printed(String text, String printed) {
        assertThat(Association.parse(text).orThrow()).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource({"0, ALL_ZERO", "00, ALL_ZERO", "100, LENGTH", "-1, CHARACTERS", "２８, CHARACTERS", "'', EMPTY"})
    void others_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(Association.parse(text)).isEqualTo(new Invalid<>(fault));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100})
    void a_code_outside_of_1_to_99_is_refused(int code) {
        assertThatThrownBy(() -> new Association(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void associations_are_in_the_order_of_their_codes() {
        assertThat(new Association(9)).isLessThan(new Association(10));
    }
}
