package jp.bansho.numbers.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/// The limits of the log check: defaults, and what the home folder says instead.
class ThresholdsTest {

    @Test
    void thresholdsOfTheHomeWinAndUnknownKeysAreRefused() {
        var over = new Properties();
        over.setProperty("refusals.row", "2");
        assertThat(Thresholds.of(over).refusalsInARow()).isEqualTo(2);
        over.setProperty("refusals.column", "2");
        assertThatThrownBy(() -> Thresholds.of(over)).hasMessageContaining("refusals.column");
    }
}
