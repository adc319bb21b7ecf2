package jp.bansho.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierFaultTest {

    @ParameterizedTest
    @EnumSource
    void each_fault_speaks_both_languages(IdentifierFault fault) {
        assertThat(fault.japanese()).endsWith("。").containsPattern("[\\p{IsHiragana}]");
        assertThat(fault.english()).endsWith(".").matches("\\p{ASCII}+");
    }

    @Test
    void no_two_faults_say_the_same() {
        assertThat(Arrays.stream(IdentifierFault.values()).map(IdentifierFault::japanese))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(IdentifierFault.values()).map(IdentifierFault::english))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_outcome_that_must_be_valid_throws_the_message_and_not_the_text() {
        var parsed = ResidentRecordCode.parse("12345678901");
        assertThatThrownBy(parsed::orThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(IdentifierFault.CHECK_DIGIT.english());
    }
}
