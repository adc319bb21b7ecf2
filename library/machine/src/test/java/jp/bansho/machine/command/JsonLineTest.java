package jp.bansho.machine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jp.bansho.testing.Json;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    @Test
    void anEmptyLineIsAnEmptyObject() {
        assertThat(new JsonLine().end()).isEqualTo("{}");
    }

    @Test
    void everyKindOfValueIsWrittenAsJsonHasIt() {
        var line = new JsonLine()
                .put("text", "利用番号 \"28\" \\ \t\n\u0001")
                .put("number", -5)
                .put("seconds", 0.25)
                .put("yes", true)
                .raw("counts", "{\"registered\":1}")
                .end();
        assertThat(line)
                .isEqualTo("{\"text\":\"利用番号 \\\"28\\\" \\\\ \\u0009\\u000a\\u0001\",\"number\":-5,\"seconds\":0.25,"
                        + "\"yes\":true,\"counts\":{\"registered\":1}}");
        assertThat(Json.isObject(line)).isTrue();
    }

    @Test
    void whateverTheTextItStaysOneStrictObjectOnOneLine() {
        var seed = 11L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(12); i > 0; i--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x80) : 0x3040 + random.nextInt(0x5000));
            }
            var line = new JsonLine().put("a", text.toString()).put("b", 1).end();
            assertThat(Json.isObject(line)).as("seed %d: %s", seed, line).isTrue();
        }
    }

    @Test
    void theCheckItselfRefusesWhatIsNoJson() {
        for (var wrong : new String[] {
            "",
            "{",
            "{}x",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":NaN}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\"\"}",
            "{\"a\":1 \"b\":2}",
            "[]"
        }) {
            assertThat(Json.isObject(wrong)).as(wrong).isFalse();
        }
    }
}
