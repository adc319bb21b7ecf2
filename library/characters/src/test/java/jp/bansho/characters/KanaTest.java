package jp.bansho.characters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kana in their two widths.
class KanaTest {

    @ParameterizedTest
    @CsvSource({
        "ばんしょ　たろう, バンショ　タロウ, ﾊﾞﾝｼｮ ﾀﾛｳ",
        "ﾊﾞﾝｼｮ ﾀﾛｳ, バンショ　タロウ, ﾊﾞﾝｼｮ ﾀﾛｳ",
        "ヴァン・ゴッホ, ヴァン・ゴッホ, ｳﾞｧﾝ･ｺﾞｯﾎ",
        "パーマー, パーマー, ﾊﾟｰﾏｰ",
        "ヰヱヲヮヵヶ, ヰヱヲヮヵヶ, ｲｴｦﾜｶｹ",
        "ゔ, ヴ, ｳﾞ",
        "ｱｰｻ-, アーサー, ｱｰｻｰ"
    })
    void kanaGoFromOneWidthToTheOther(String kana, String full, String half) {
        assertThat(Kana.full(kana).text()).isEqualTo(full);
        assertThat(Kana.half(kana).text()).isEqualTo(half);
        assertThat(Kana.half(kana).whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"番所", "Bansho", "バンショ１", "（バンショ）"})
    void whatIsNoKanaIsNotWhole(String text) {
        assertThat(Kana.full(text).whole()).isFalse();
        assertThat(Kana.half(text).whole()).isFalse();
    }

    @Test
    void everyKatakanaHasAHalfWidthForm() {
        for (var one = 'ァ'; one <= 'ヶ'; one++) {
            var half = Kana.half(String.valueOf(one));
            assertThat(half.whole()).isTrue();
            assertThat(half.text().chars()).allMatch(c -> c >= 0xFF66 && c <= 0xFF9F);
        }
    }
}
