package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tax office's rule for file names, to the letter.
class TaxFileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"377dat01.txt", "377dat10.txt", "377dat99.txt", "331dat07.txt"})
    void aRightNameIsReadAndWrittenBack(String name) {
        assertThat(TaxFileName.parse(name))
                .hasValueSatisfying(file -> assertThat(file).hasToString(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "377dat00.txt",
                "377dat1.txt",
                "377dat100.txt",
                "377DAT01.TXT",
                "37dat01.txt",
                "a/377dat01.txt",
                ""
            })
    void aWrongNameIsNone(String name) {
        assertThat(TaxFileName.parse(name)).isEmpty();
    }

    @Test
    void aFileCannotHaveANumberBeyondTheRule() {
        assertThatThrownBy(() -> new TaxFileName("377", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TaxFileName("377", 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TaxFileName("３７７", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
