package jp.bansho.identifiers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "\\d{10} 0123456789",
                "[0-9]{8,16} 0123456789012345",
                "U\\d{7}|[A-Z]{2}-\\d{3,5} AB-1234",
                "[A-Z]?\\d{3} 123",
                "[A-Z]?\\d{3} Z123",
                "[\\d\\-]{5} 12-34",
                "[a-c\\]]{2} b]",
                "\\(\\d\\) (7)",
                "#{2}a ##a"
            })
    void a_whole_field_of_the_configured_form_is_read(String pattern, String text) {
        assertThat(IdentifierPattern.ofUserNumbers(pattern).parse(text)).isEqualTo(new Valid<>(UserNumber.of(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "123456789, LENGTH",
        "12345678901, LENGTH",
        "12345678A0, PATTERN",
        "123456789 , LENGTH",
        "'123456789 ', CHARACTERS",
        "123456789０, CHARACTERS",
        "12345678é0, CHARACTERS",
        "'12345,7890', CHARACTERS",
        "'', EMPTY"
    })
    void others_are_refused_by_name(String text, IdentifierFault fault) {
        assertThat(IdentifierPattern.ofUserNumbers("\\d{10}").parse(text)).isEqualTo(new Invalid<>(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a?",
                "\\d{0,9}",
                "\\d|",
                "|\\d",
                "a{0}", // may match nothing
                ".",
                "\\w",
                "\\D{3}",
                "[^a]",
                "é",
                "[あ-ん]",
                "１{3}",
                "[ -~]",
                "a b",
                "a,b",
                "\"",
                "\\s",
                "\\u3042",
                "\\d*",
                "\\d+",
                "\\d{3,}",
                "\\d{17}",
                "\\d{8}\\d{9}",
                "a{2,1}",
                "a{123}",
                "\\d{10}|\\d{17}", // too long
                "(a)",
                "(?i)a",
                "^a",
                "a$",
                "[a",
                "[]",
                "a]",
                "a}",
                "a{",
                "a{}",
                "a{x}",
                "\\",
                "[z-a]",
                "[\\d-z]",
                "[a&&b]",
                "[[a]]",
                "a??",
                "a{2}{2}",
                "a{,2}",
                "\\Qa\\E",
                "\\1"
            })
    void a_pattern_whose_matches_are_not_known_beforehand_is_refused(String pattern) {
        assertThatThrownBy(() -> IdentifierPattern.ofUserNumbers(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("identifier pattern " + pattern + ": ");
    }

    @Test
    void each_kind_has_its_own_greatest_length() {
        assertThat(IdentifierPattern.ofUserNumbers("\\d{16}").longest()).isEqualTo(16);
        assertThat(IdentifierPattern.ofCertificateNumbers("\\d{15}").longest()).isEqualTo(15);
        assertThat(IdentifierPattern.ofPayrollNumbers("\\d{20}").longest()).isEqualTo(20);
        assertThat(IdentifierPattern.ofAssociationNumbers("\\d{3,20}").shortest())
                .isEqualTo(3);
        assertThatThrownBy(() -> IdentifierPattern.ofCertificateNumbers("\\d{16}"))
                .hasMessageContaining("more than 15 characters");
        assertThatThrownBy(() -> IdentifierPattern.ofPayrollNumbers("\\d{21}"))
                .hasMessageContaining("more than 20 characters");
        assertThatThrownBy(() -> IdentifierPattern.ofAssociationNumbers("\\d{21}"))
                .hasMessageContaining("more than 20 characters");
    }

    @Test
    void each_kind_is_read_from_text_and_from_bytes() {
        var row = "x,12345678,".getBytes(US_ASCII);
        assertThat(IdentifierPattern.ofCertificateNumbers("\\d{8}").parse(row, 2, 10))
                .isEqualTo(new Valid<>(new CertificateNumber("12345678")));
        assertThat(IdentifierPattern.ofPayrollNumbers("\\d{8}").parse(row, 2, 10))
                .isEqualTo(new Valid<>(new PayrollNumber("12345678")));
        assertThat(IdentifierPattern.ofAssociationNumbers("\\d{8}").parse(row, 2, 10))
                .isEqualTo(new Valid<>(new AssociationNumber("12345678")));
        assertThat(IdentifierPattern.ofUserNumbers("\\d{8}").parse(row, 2, 11))
                .isEqualTo(new Invalid<>(IdentifierFault.CHARACTERS));
    }

    @Test
    void random_patterns_mean_what_they_mean_to_the_regular_expressions_of_the_jdk() {
        var seed = 16L;
        var random = new Random(seed);
        var matches = 0;
        for (int i = 0; i < 4_000; i++) {
            var source = randomAlternative(random) + (random.nextBoolean() ? "|" + randomAlternative(random) : "");
            var pattern = IdentifierPattern.ofPayrollNumbers(source);
            var oracle = Pattern.compile(source);
            for (int k = 0; k < 60; k++) {
                var text = randomText(random, 1 + random.nextInt(7));
                var expected = oracle.matcher(text).matches();
                matches += expected ? 1 : 0;
                assertThat(pattern.parse(text) instanceof Valid<PayrollNumber>)
                        .as("%s on %s, seed %d", source, text, seed)
                        .isEqualTo(expected);
            }
        }
        assertThat(matches).isGreaterThan(2_000);
    }

    /// At least one place that cannot be left out, at most 20 places, over a small alphabet so that matches
    /// are frequent.
    private static String randomAlternative(Random random) {
        var atoms = new String[] {"a", "1", "\\d", "[ab]", "[0-5a]", "[1\\-]", "-"};
        var counts = new String[] {"", "?", "{1}", "{2}", "{0,2}", "{1,3}", "{0,3}"};
        var source = new StringBuilder();
        for (int elements = random.nextInt(4); elements > 0; elements--) {
            source.append(atoms[random.nextInt(atoms.length)]).append(counts[random.nextInt(counts.length)]);
        }
        return source.insert(random.nextBoolean() ? 0 : source.length(), "[a1]").toString();
    }

    private static String randomText(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("ab159-".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
