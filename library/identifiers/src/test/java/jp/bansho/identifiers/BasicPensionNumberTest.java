package jp.bansho.identifiers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.bansho.identifiers.Parsed.Invalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicPensionNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1234567890, 1234-567890",
        "0000000001, 0000-000001",
        "9999999999, 9999-999999",
        "0123000000, 0123-000000"
    })
    void both_forms_give_the_same_number(String plain, String hyphenated) {
        var number = BasicPensionNumber.parse(plain).orThrow();
        assertThat(BasicPensionNumber.parse(hyphenated).orThrow()).isEqualTo(number);
        assertThat(BasicPensionNumber.parse(hyphenated.getBytes(US_ASCII), 0, 11)
                        .orThrow())
                .isEqualTo(number);
        assertThat(number).hasToString(plain);
        assertThat(number.hyphenated()).isEqualTo(hyphenated);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000, ALL_ZERO",
        "0000-000000, ALL_ZERO",
        "123456789, LENGTH",
        "12345678901, LENGTH",
        "1234-56789, CHARACTERS",
        "12345-67890, CHARACTERS",
        "1234-5678９0, CHARACTERS",
        "-234-567890, CHARACTERS",
        "1234－567890, CHARACTERS",
        "'', EMPTY"
    })
    void others_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(BasicPensionNumber.parse(text)).isEqualTo(new Invalid<>(fault));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 10_000_000_000L})
    void a_value_that_is_none_is_refused(long value) {
        assertThatThrownBy(() -> new BasicPensionNumber(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
