package jp.bansho.numbers.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void countsEveryCodeUpTo255() {
        var seed = 3L;
        var random = new Random(seed);
        var outcomes = new Outcomes(5000);
        var expected = new long[256];
        for (var line = 0; line < 5000; line++) {
            var code = 1 + random.nextInt(255);
            outcomes.set(line, code);
            expected[code]++;
        }
        for (var code = 0; code < 256; code++) {
            assertThat(outcomes.count(code)).as("seed %d, code %d", seed, code).isEqualTo(expected[code]);
        }
        assertThat(outcomes.length()).isEqualTo(5000);
    }

    @Test
    void takesACopyOfTheCodesAndGivesACopy() {
        var codes = new byte[] {1, 2, 3};
        var outcomes = Outcomes.of(codes, 2);
        codes[0] = 9;
        outcomes.bytes()[1] = 9;
        assertThat(outcomes.bytes()).containsExactly(1, 2);
    }
}
