package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Codes are asked for by meaning, and every one is marked as assigned by this project.
class CodeTableTest {

    private static final CodeTable CODES = CodeTable.of("identity-results");

    @Test
    void aRecordIsTestedByMeaning() throws IOException {
        var found = CODES.match(18, "found");
        var noHit = CODES.match(18, "no-hit");
        var spouse = CODES.match(3, "spouse");
        var numberChanged = CODES.match(24, "number");
        var answers = new ArrayList<String>();
        try (var reader = Golden.RESULTS.reader()) {
            while (reader.next()) {
                answers.add("%s %s %s %s"
                        .formatted(
                                found.test(reader),
                                noHit.test(reader),
                                spouse.test(reader),
                                numberChanged.test(reader)));
            }
        }
        assertThat(answers)
                .containsExactly(
                        "true false false true",
                        "false true true false",
                        "false false false false",
                        "false false false false",
                        "false false true false");
    }

    @Test
    void aCodeHasOneMeaningAndTheMeaningHasWords() {
        assertThat(CODES.find(18, "20")).hasValueSatisfying(code -> {
            assertThat(code.meaning()).isEqualTo("several-hits");
            assertThat(code.japanese()).isEqualTo("該当者複数");
        });
        assertThat(CODES.find(18, "21")).isEmpty();
        assertThat(CODES.value(3, "recipient")).isEqualTo("1");
        assertThat(CodeTable.of("identifiers").value(2, "dependant")).isEqualTo("3");
    }

    @Test
    void noCodePretendsToBeOfficial() {
        assertThat(CODES.codes()).isNotEmpty().extracting(Code::source).containsOnly(Source.PROJECT);
    }

    @Test
    void anUnknownMeaningIsRefused() {
        assertThatThrownBy(() -> CODES.match(18, "perhaps")).isInstanceOf(IllegalArgumentException.class);
        assertThat(CodeTable.of("dependants").codes()).isEmpty();
    }
}
