package jp.bansho.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456789018", "本人の１２３４５６７８９０１８です", "1234-5678-9018", "1234 5678　9018", "1234－5678－9018"})
    void twelveDigitsThatStandAloneAreRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> NumberInText.refuse("理由", text))
                .isInstanceOf(AccessRefused.class)
                .hasMessageNotContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "異動", "2026-11-24", "1234567890123", "12345678901"})
    void otherTextIsTaken(String text) {
        NumberInText.refuse(text);
        assertThat(NumberInText.in(text)).isFalse();
    }

    @Test
    void nothingIsNoNumber() {
        assertThat(NumberInText.in(null)).isFalse();
    }
}
