package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationChallengeTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void theTextHasItsLinesInOrder() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("subject", "42");
        facts.put("case", "");
        var operation = OperationChallenge.of("reveal-number", "tanaka", facts, Terminal.NOW, random);
        assertThat(operation.text()).matches("""
                operation: reveal-number
                account: tanaka
                subject: 42
                case:\\s
                time: 2026-11-22T01:02:03Z
                nonce: [A-Za-z0-9_-]{22}
                """);
        assertThat(operation.account()).isEqualTo("tanaka");
        assertThat(operation.challenge()).isEqualTo(Bytes.sha256(operation.text()));
    }

    @Test
    void theSameOperationIsAnotherOneTheNextTime() {
        var facts = new LinkedHashMap<>(Map.of("subject", "42"));
        assertThat(OperationChallenge.of("reveal-number", "tanaka", facts, Terminal.NOW, random)
                        .challenge())
                .isNotEqualTo(OperationChallenge.of("reveal-number", "tanaka", facts, Terminal.NOW, random)
                        .challenge());
    }

    @Test
    void noValueCanBringALineOfItsOwn() {
        for (var value : new String[] {"1\nsubject: 2", "1\rsubject: 2", "x".repeat(1000)}) {
            var facts = new LinkedHashMap<>(Map.of("case", value));
            assertThatThrownBy(() -> OperationChallenge.of("reveal-number", "tanaka", facts, Terminal.NOW, random))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
