package jp.bansho.identifiers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentRecordCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"24727059608", "24846016224", "25208017643", "12345678970", "12345678920", "12345678911"})
    void published_and_computed_codes_are_valid(String text) {
        var read = ResidentRecordCode.parse(text);
        assertThat(read).isEqualTo(new Valid<>(ResidentRecordCode.ofClear(Long.parseLong(text))));
        assertThat(ResidentRecordCode.parse(text.getBytes(US_ASCII), 0, 11)).isEqualTo(read);
        var written = new byte[11];
        read.orThrow().writeDigits(written, 0);
        assertThat(new String(written, US_ASCII)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "25208017644, CHECK_DIGIT",
        "12345678901, CHECK_DIGIT",
        "00000000000, ALL_ZERO",
        "2472705960, LENGTH",
        "247270596080, LENGTH",
        "2472705960８, CHARACTERS",
        "'', EMPTY"
    })
    void others_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(ResidentRecordCode.parse(text)).isEqualTo(new Invalid<>(fault));
    }

    @Test
    void both_readers_agree_with_the_formula() {
        var seed = 436L;
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            var first10 = random.nextLong(10_000_000_000L);
            var padded = String.format("%010d", first10);
            var text = padded + (random.nextBoolean() ? Ministry.modulusEleven(padded) : random.nextInt(10));
            var read = ResidentRecordCode.parse(text);
            assertThat(read instanceof Valid<ResidentRecordCode>)
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(Ministry.isResidentRecordCode(text));
            assertThat(ResidentRecordCode.parse(text.getBytes(US_ASCII), 0, 11)).isEqualTo(read);
            assertThat(ResidentRecordCode.checkDigit(first10)).isEqualTo(Ministry.modulusEleven(padded));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 12345678901L, 100_000_000_000L})
    void a_bare_code_that_is_none_is_refused_without_being_told(long value) {
        assertThatThrownBy(() -> ResidentRecordCode.ofClear(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a resident record code");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 10_000_000_000L})
    void a_check_digit_needs_ten_digits(long first10) {
        assertThatThrownBy(() -> ResidentRecordCode.checkDigit(first10)).isInstanceOf(IllegalArgumentException.class);
    }
}
