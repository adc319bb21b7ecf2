package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpaqueIdentifierTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind(UserNumber::of, UserNumber.LONGEST),
                kind(CertificateNumber::new, CertificateNumber.LONGEST),
                kind(PayrollNumber::new, PayrollNumber.LONGEST),
                kind(AssociationNumber::new, AssociationNumber.LONGEST));
    }

    private static Arguments kind(Function<String, OpaqueIdentifier> maker, int longest) {
        return Arguments.of(maker, longest);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void text_of_every_length_up_to_the_longest_is_kept(Function<String, OpaqueIdentifier> maker, int longest) {
        for (int length = 1; length <= longest; length++) {
            var text = "A1-/z#7890abcdefghij".substring(0, length);
            assertThat(maker.apply(text).text()).isEqualTo(text);
            assertThat(maker.apply(text)).hasToString(text).isEqualTo(maker.apply(text));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_no_file_can_carry_is_refused_without_being_told(Function<String, OpaqueIdentifier> maker, int longest) {
        for (var text :
                new String[] {"", "x".repeat(longest + 1), "a b", "a,b", "a\"", "é", "１", "a\n", "\u0000", "\u007f"}) {
            assertThatThrownBy(() -> maker.apply(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not an identifier of 1 to " + longest + " visible ASCII characters");
        }
    }

    @Test
    void user_numbers_are_packed_into_two_longs_and_back() {
        var seed = 2L;
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            var one = randomText(random);
            var two = randomText(random);
            var packed = UserNumber.of(one);
            assertThat(packed.text()).as("round %d of seed %d", i, seed).isEqualTo(one);
            assertThat(new UserNumber(packed.head(), packed.tail())).isEqualTo(packed);
            assertThat(Integer.signum(packed.compareTo(UserNumber.of(two))))
                    .as("round %d of seed %d", i, seed)
                    .isEqualTo(Integer.signum(one.compareTo(two)));
        }
        assertThat(UserNumber.of("A").head()).isEqualTo(0x41L << 56);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", // nothing
        "0x4100410000000000, 0", // a gap
        "0x4100000000000000, 0x4100000000000000", // a gap
        "0x4141414141414141, 0x0041000000000000", // begins behind its start
        "0x4141414141414141, 0x4100000000000041",
        "0, 0x4100000000000000",
        "0x2000000000000000, 0", // a blank
        "-1, -1"
    })
    void two_longs_that_are_no_packed_text_are_refused(String head, String tail) {
        assertThatThrownBy(() -> new UserNumber(Long.decode(head), Long.decode(tail)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a packed user number");
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        for (int length = 1 + random.nextInt(16); length > 0; length--) {
            // Few different characters, so that one text is often the beginning of the other.
            text.append(random.nextInt(8) == 0 ? (char) ('0' + random.nextInt(70)) : '5');
        }
        return text.toString();
    }
}
