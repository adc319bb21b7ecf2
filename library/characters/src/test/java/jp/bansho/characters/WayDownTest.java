package jp.bansho.characters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import jp.bansho.layout.CharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names and addresses on their way down.
class WayDownTest {

    @ParameterizedTest
    @CsvSource({
        "大藏, 大蔵",
        "齊藤, 斉藤",
        "髙橋　一郎, 高橋　一郎",
        "山﨑, 山崎",
        "𠮷田, 吉田",
        "濵田, 浜田",
        "渡邉, 渡辺",
        "渡邊, 渡辺",
        "德川, 徳川",
        "黑瀨, 黒瀬",
        "番所 太郎, 番所　太郎",
        "ﾊﾞﾝｼｮ ﾀﾛｳ, バンショ　タロウ",
        "ハ\u3099ンショ, バンショ",
        "北1条西2-3, 北１条西２−３",
        "㈱番所, （株）番所",
        "番所①号, 番所１号",
        "㍻館, 平成館",
        "株式会社A&B, 株式会社Ａ＆Ｂ",
        "\uFA19田, 神田",
        "\uFA10本, 塚本",
        "\uFA12太郎, 晴太郎",
        "𣘺本, 橋本",
        "凜　熙, 凜　熙"
    })
    void aTextIsWrittenInLevelOneAndTwo(String text, String written) {
        assertThat(WayDown.of(text).text()).isEqualTo(written);
        assertThat(WayDown.of(text).whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "斉\uDB40\uDD03藤, 斉藤, VARIATION_SELECTOR",
        "神\uFE00田, 神田, VARIATION_SELECTOR",
        "\uFA19田, 神田, COMPATIBILITY",
        "髙田, 高田, VARIANT",
        "齊田, 斉田, OLD_FORM",
        "㈲, （有）, SIGN",
        "A, Ａ, FULL_WIDTH"
    })
    void eachReplacementIsListedWithItsStep(String text, String written, Step step) {
        var result = WayDown.of(text);
        assertThat(result.text()).isEqualTo(written);
        assertThat(result.replacements()).extracting(Replacement::step).containsExactly(step);
        assertThat(result.seen()).isEqualTo(step.seen());
    }

    @Test
    void severalStepsOfOneCharacterAreListedInTheirOrder() {
        var result = WayDown.of("渡邊\uDB40\uDD02　\uFA33\uFE00");
        assertThat(result.text()).isEqualTo("渡辺　勉");
        assertThat(result.replacements())
                .extracting(Replacement::from, Replacement::to, Replacement::step)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("邊\uDB40\uDD02", "邊", Step.VARIATION_SELECTOR),
                        org.assertj.core.groups.Tuple.tuple("邊", "辺", Step.OLD_FORM),
                        org.assertj.core.groups.Tuple.tuple("\uFA33\uFE00", "\uFA33", Step.VARIATION_SELECTOR),
                        org.assertj.core.groups.Tuple.tuple("\uFA33", "勉", Step.COMPATIBILITY));
        assertThat(result.replacements().getFirst().codePoints()).isEqualTo("U+908A U+E0102 → U+908A");
        assertThat(result.replacements().getFirst()).hasToString("Replacement[VARIATION_SELECTOR]");
        assertThat(result).hasToString("Written[4 replaced, whole=true]");
        assertThat(result.version()).isEqualTo("way-down-1/variants-2");
    }

    @Test
    void samplesOfResidentRecordsGoDownOrAreWrittenInKana() {
        assertThat(WayDown.of("斉\uDB40\uDD03藤").text()).isEqualTo("斉藤");
        assertThat(WayDown.of("𠮷").text()).isEqualTo("吉");
        var first = WayDown.of("䶒藤\uDB40\uDD20 太朗\uDB40\uDD05");
        assertThat(first.whole()).isFalse();
        assertThat(first.text()).isEqualTo("䶒藤　太朗");
        assertThat(WayDown.of("渡𮞽").whole()).isFalse();
        var inKana = WayDown.name("渡𮞽", "わたなべ");
        assertThat(inKana.text()).isEqualTo("ワタナベ");
        assertThat(inKana.whole()).isTrue();
        assertThat(inKana.replacements()).containsExactly(new Replacement("渡𮞽", "ワタナベ", Step.KANA));
        assertThat(WayDown.name("渡𮞽", "ﾜﾀﾅﾍﾞ ｻﾌﾞﾛｳ").text()).isEqualTo("ワタナベ　サブロウ");
        assertThat(WayDown.name("渡𮞽", "").whole()).isFalse();
        assertThat(WayDown.name("渡𮞽", "渡").whole()).isFalse();
        assertThat(WayDown.name("髙田", "たかだ").text()).isEqualTo("高田");
    }

    @Test
    void aMunicipalityKeepsItsOfficialName() {
        assertThat(WayDown.of("大阪府四條畷市1"))
                .isEqualTo(
                        new Written("大阪府四條畷市１", java.util.List.of(new Replacement("1", "１", Step.FULL_WIDTH)), true));
        assertThat(WayDown.of("四條　太郎").text()).isEqualTo("四条　太郎");
        assertThat(WayDown.of("茨城県龍ケ崎市").replacements()).isEmpty();
    }

    /// A geta stands for an external character that remained (残存外字): its name goes into kana, never the geta.
    @Test
    void aGetaIsNoName() {
        assertThat(WayDown.of("〓藤　太朗").whole()).isFalse();
        assertThat(WayDown.settled("〓")).isFalse();
        assertThat(WayDown.name("〓藤　太朗", "さいとう　たろう").text()).isEqualTo("サイトウ　タロウ");
    }

    @Test
    void twoNamesOfOneCellAreNoReplacement() throws CharacterCodingException {
        var windows = WayDown.of("１\uFF0D２\uFF5E３");
        assertThat(windows.text()).isEqualTo("１\u2212２\u301C３");
        assertThat(windows.replacements()).isEmpty();
        assertThat(CharacterSet.SHIFT_JIS.encode(windows.text()))
                .isEqualTo(CharacterSet.SHIFT_JIS.encode("１\uFF0D２\uFF5E３"));
    }

    /// Whatever comes: it can be written as it is, or it is said not to be whole; and the way down is at its end.
    @Test
    void theResultAlwaysEncodesOrIsNotWhole() throws CharacterCodingException {
        var random = new Random(208);
        for (var round = 0; round < 20_000; round++) {
            var text = any(random);
            var written = WayDown.of(text);
            assertThat(WayDown.of(text)).as("round %s of seed 208", round).isEqualTo(written);
            if (written.whole()) {
                assertThat(CharacterSet.SHIFT_JIS.encode(written.text()))
                        .as("round %s of seed 208", round)
                        .hasSize(written.text().length() * 2);
                assertThat(WayDown.of(written.text()))
                        .as("round %s of seed 208", round)
                        .isEqualTo(new Written(written.text(), java.util.List.of(), true));
            }
        }
    }

    @Test
    void aFieldIsCopiedExactlyWhenNothingIsReplaced() throws CharacterCodingException {
        var random = new Random(6879);
        var out = new byte[200];
        for (var round = 0; round < 20_000; round++) {
            var text = any(random);
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            var end = WayDown.copy(utf8, 0, utf8.length, out, 7);
            if (WayDown.settled(text)) {
                assertThat(Arrays.copyOfRange(out, 7, end)).isEqualTo(CharacterSet.SHIFT_JIS.encode(text));
            } else {
                assertThat(end).as("round %s of seed 6879", round).isEqualTo(-1);
            }
        }
        assertThat(WayDown.copy(new byte[] {(byte) 0xE3, (byte) 0x81}, 0, 2, out, 0))
                .isEqualTo(-1);
        assertThat(WayDown.copy(new byte[0], 0, 0, out, 3)).isEqualTo(3);
    }

    @Test
    void aNameWhollyInsideCostsNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var name = "番所　太郎×Ω";
        var utf8 = name.getBytes(StandardCharsets.UTF_8);
        var out = new byte[100];
        assertThat(WayDown.settled(name)).isTrue();
        assertThat(WayDown.copy(utf8, 0, utf8.length, out, 0)).isEqualTo(14);
        var before = threads.getCurrentThreadAllocatedBytes();
        var settled = 0;
        for (var round = 0; round < 100_000; round++) {
            settled += WayDown.settled(name) && WayDown.copy(utf8, 0, utf8.length, out, 0) > 0 ? 1 : 0;
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4096);
        assertThat(settled).isEqualTo(100_000);
    }

    private static String any(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(12); i >= 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(9)) {
                        case 0 -> 0x20 + random.nextInt(0x5F);
                        case 1 -> 0xA0 + random.nextInt(0x400);
                        case 2 -> 0x2000 + random.nextInt(0x1400);
                        case 3 -> 0xF900 + random.nextInt(0x200);
                        case 4 -> 0xFE00 + random.nextInt(0x1F0);
                        case 5 -> 0x20000 + random.nextInt(0xFA20);
                        case 6 -> 0xE0100 + random.nextInt(20);
                        default -> 0x4E00 + random.nextInt(0x5200);
                    });
        }
        return text.toString();
    }
}
