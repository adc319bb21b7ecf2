package jp.bansho.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void membersAreReadAndNestedOnesPassedOver() {
        assertThat(new FlatJson("""
                        { "type" : "webauthn.get", "a\\u0062\\n": "\\"\\\\/", "crossOrigin":false,
                          "extra": {"x": [1, {"y": null}, []], "z": {}}, "n": -1.5e3 }
                        """).members())
                .containsEntry("type", "webauthn.get")
                .containsEntry("ab\n", "\"\\/")
                .containsEntry("crossOrigin", "false")
                .containsEntry("extra", "")
                .containsEntry("n", "-1.5e3")
                .hasSize(5);
        assertThat(new FlatJson("{}").members()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\":1",
                "{\"a\":1}x",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":yes}",
                "{\"a\":[1 2]}",
                "{a:1}",
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> new FlatJson(text).members()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        assertThatThrownBy(() -> new FlatJson("{\"a\":" + "[".repeat(100_000)).members())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
