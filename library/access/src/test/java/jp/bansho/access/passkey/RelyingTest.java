package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelyingTest {

    @ParameterizedTest
    @CsvSource({
        "numbers.example, http://numbers.example",
        "numbers.example, https://numbers.example/",
        "numbers.example, https://evilnumbers.example",
        "numbers.example, https://numbers.example.evil",
        "numbers.example\", https://numbers.example",
        "Numbers.example, https://Numbers.example",
    })
    void anAddressThatNoBrowserWouldUseStopsTheMachine(String id, String origin) {
        assertThatThrownBy(() -> new Relying(id, Set.of(origin))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Relying(id, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDemoMayRunOnThisVeryMachine() {
        assertThatCode(() -> new Relying("localhost", Set.of("http://localhost:8080", "https://localhost:8443")))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Relying("example", Set.of("https://numbers.example")))
                .doesNotThrowAnyException();
    }
}
