package jp.bansho.individual;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import jp.bansho.identifiers.IdentifierFault;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualNumberTest {

    @ParameterizedTest
    @CsvSource({
        "123456789018, 3",
        "621498320257, 4",
        "983205673214, 7",
        "379474484458, 3",
        "454972364860, 0",
        "507957100721, 10",
        "123456789000, 1",
        "123456789050, 0",
        "123456789069, 2",
        "123456789026, 5",
        "123456789085, 6",
        "123456789034, 7",
        "123456789093, 8",
        "123456789042, 9"
    })
    void published_and_computed_numbers_of_every_remainder_are_valid(String text, int remainder) {
        var value = Long.parseLong(text);
        assertThat(IndividualNumber.parse(text)).isEqualTo(new Valid<>(IndividualNumber.ofClear(value)));
        assertThat(parseBytes(text)).isEqualTo(IndividualNumber.parse(text));
        assertThat(IndividualNumber.parse(text).orThrow().inTheClear()).isEqualTo(value);
        assertThat(IndividualNumber.checkDigit(value / 10)).isEqualTo(remainder <= 1 ? 0 : 11 - remainder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"621498320258", "983205673210", "507957100722", "123456789012", "111111111111"})
    void a_wrong_check_digit_is_named(String text) {
        assertRefused(text, IdentifierFault.CHECK_DIGIT);
    }

    @Test
    void each_other_check_digit_of_a_number_is_refused() {
        for (int digit = 0; digit < 10; digit++) {
            var valid = IndividualNumber.parse("12345678901" + digit) instanceof Valid<IndividualNumber>;
            assertThat(valid).as("check digit %d", digit).isEqualTo(digit == 8);
        }
    }

    @Test
    void nothing_but_zeros_is_refused_although_the_arithmetic_holds() {
        assertThat(IndividualNumber.checkDigit(0)).isZero();
        assertRefused("000000000000", IdentifierFault.ALL_ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12345678901", "1234567890180", "0123456789018"})
    void other_lengths_are_refused(String text) {
        assertRefused(text, IdentifierFault.LENGTH);
    }

    @Test
    void the_empty_text_is_refused() {
        assertRefused("", IdentifierFault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "１２３４５６７８９０１８",
                "12345678901８",
                "١٢٣٤٥٦٧٨٩٠١٨",
                "1234-5678-9018",
                " 123456789018",
                "123456789018\n",
                "12345678901/",
                "12345678901:",
                "-23456789018",
                "+23456789018",
                "12345678901\u0000"
            })
    void anything_but_ascii_digits_is_refused(String text) {
        assertThat(IndividualNumber.parse(text)).isEqualTo(new Invalid<>(IdentifierFault.CHARACTERS));
        var bytes = text.getBytes(UTF_8);
        assertThat(IndividualNumber.parse(bytes, 0, bytes.length)).isEqualTo(new Invalid<>(IdentifierFault.CHARACTERS));
    }

    @Test
    void each_byte_that_is_no_digit_is_refused_at_each_place() {
        for (int place = 0; place < 12; place++) {
            for (int value = 0; value < 256; value++) {
                var bytes = "123456789018".getBytes(US_ASCII);
                bytes[place] = (byte) value;
                if (value < '0' || value > '9') {
                    assertThat(IndividualNumber.parse(bytes, 0, 12))
                            .as("byte %d at %d", value, place)
                            .isEqualTo(new Invalid<>(IdentifierFault.CHARACTERS));
                }
            }
        }
    }

    @Test
    void a_number_is_read_out_of_the_middle_of_a_row() {
        var row = "1,123456789018,x".getBytes(US_ASCII);
        assertThat(IndividualNumber.parse(row, 2, 14)).isEqualTo(IndividualNumber.parse("123456789018"));
        assertThatThrownBy(() -> IndividualNumber.parse(row, 6, 18)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> IndividualNumber.parse(row, -1, 11)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void both_readers_agree_with_the_formula_of_the_ordinance() {
        var seed = 20151005L;
        var random = new Random(seed);
        var valid = 0;
        for (int i = 0; i < 300_000; i++) {
            var first11 = random.nextLong(100_000_000_000L);
            var padded = String.format("%011d", first11);
            var text = padded + (random.nextBoolean() ? Ministry.modulusEleven(padded) : random.nextInt(10));
            var expected = Ministry.isIndividualNumber(text);
            valid += expected ? 1 : 0;
            var read = IndividualNumber.parse(text);
            assertThat(read instanceof Valid<IndividualNumber>)
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(expected);
            assertThat(parseBytes(text)).as("round %d of seed %d", i, seed).isEqualTo(read);
            assertThat(IndividualNumber.checkDigit(first11)).isEqualTo(Ministry.modulusEleven(padded));
        }
        assertThat(valid).isBetween(100_000, 250_000);
    }

    @Test
    void both_readers_agree_with_the_formula_on_garbage() {
        var seed = 27L;
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder("123456789018");
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                var at = random.nextInt(text.length() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, (char) random.nextInt(128));
                    case 1 -> text.deleteCharAt(Math.min(at, text.length() - 1));
                    default -> text.setCharAt(Math.min(at, text.length() - 1), (char) ('0' + random.nextInt(12)));
                }
            }
            var read = IndividualNumber.parse(text);
            assertThat(read instanceof Valid<IndividualNumber>)
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(Ministry.isIndividualNumber(text.toString()));
            assertThat(parseBytes(text.toString()))
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(read);
        }
    }

    @Test
    void every_number_written_is_read_back() {
        var seed = 85L;
        var random = new Random(seed);
        var target = new byte[14];
        for (int i = 0; i < 50_000; i++) {
            // A random bound gives short numbers, and so leading zeros, their share.
            var first11 = 1 + random.nextLong(random.nextLong(1, 100_000_000_000L));
            first11 = Math.min(first11, 99_999_999_999L);
            var number = IndividualNumber.ofClear(first11 * 10 + IndividualNumber.checkDigit(first11));
            number.writeDigits(target, 1);
            assertThat(IndividualNumber.parse(target, 1, 13))
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(new Valid<>(number));
            assertThat(new String(target, 1, 12, US_ASCII)).isEqualTo(String.format("%012d", number.inTheClear()));
        }
        assertThat(target[0]).isZero();
        assertThat(target[13]).isZero();
    }

    @Test
    void digits_that_do_not_fit_are_not_begun() {
        var number = IndividualNumber.ofClear(123456789018L);
        var target = new byte[12];
        assertThatThrownBy(() -> number.writeDigits(target, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(target).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 123456789017L, 1_000_000_000_000L, 1234567890180L, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_bare_number_that_is_none_is_refused_without_being_told(long value) {
        assertThatThrownBy(() -> IndividualNumber.ofClear(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an Individual Number");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 100_000_000_000L})
    void a_check_digit_needs_eleven_digits(long first11) {
        assertThatThrownBy(() -> IndividualNumber.checkDigit(first11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not eleven digits");
    }

    @Test
    void equal_numbers_are_equal_and_hash_alike_while_others_spread() {
        var one = IndividualNumber.ofClear(123456789018L);
        assertThat(one).isEqualTo(IndividualNumber.ofClear(123456789018L)).hasSameHashCodeAs(one);
        assertThat(one).isNotEqualTo(IndividualNumber.ofClear(123456789026L)).isNotEqualTo("123456789018");
        var hashes = new HashSet<Integer>();
        for (long first11 = 1; first11 <= 20_000; first11++) {
            hashes.add(IndividualNumber.ofClear(first11 * 10 + IndividualNumber.checkDigit(first11))
                    .hashCode());
        }
        assertThat(hashes).hasSizeGreaterThan(19_990);
    }

    private static Parsed<IndividualNumber> parseBytes(String text) {
        var bytes = text.getBytes(US_ASCII);
        return IndividualNumber.parse(bytes, 0, bytes.length);
    }

    private static void assertRefused(String text, IdentifierFault fault) {
        assertThat(IndividualNumber.parse(text)).isEqualTo(new Invalid<>(fault));
        assertThat(parseBytes(text)).isEqualTo(new Invalid<>(fault));
    }
}
