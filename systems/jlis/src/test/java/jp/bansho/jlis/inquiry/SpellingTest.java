package jp.bansho.jlis.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which spellings are the same, and which are not.
class SpellingTest {

    private final Variants variants = new Variants();
    private final AddressText addresses = new AddressText(variants);

    @ParameterizedTest
    @CsvSource({
        "ばんしょ　たろう, バンショ タロウ",
        "ばんしょ　たろう, ﾊﾞﾝｼﾖ ﾀﾛｳ",
        "ばんしょ　たろう, ハンシヨタロウ",
        "いとう　こーじ, イトウ　コジ",
        "つづき　けいじ, ツツキ　ケイシ",
        "ヴァン　ヨシコ, ウアンヨシコ"
    })
    void kanaThatSoundAlikeAreTheSame(String one, String other) {
        assertThat(Kana.key(one)).isEqualTo(Kana.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"さとう　はな, さいとう　はな", "おの　ゆう, おおの　ゆう", "たなか　あき, たなか　あさ"})
    void kanaOfOtherNamesAreNot(String one, String other) {
        assertThat(Kana.key(one)).isNotEqualTo(Kana.key(other));
    }

    @ParameterizedTest
    @CsvSource({"髙﨑　德子, 高崎 徳子", "𠮷田　太郎, 吉田　太郎", "斉󠄃藤　一, 斉藤　一", "葛󠄁西　花, 葛西　花", "濵田　橋子, 浜田　橋子", "神田　祐一, 神田　祐一"})
    void variantCharactersAreTheSame(String one, String other) {
        assertThat(variants.unify(one)).isEqualTo(variants.unify(other));
    }

    @ParameterizedTest
    @CsvSource({"斉藤　一, 斎藤　一", "高田　一, 高日　一", "太田　一, 大田　一"})
    void otherCharactersAreNot(String one, String other) {
        assertThat(variants.unify(one)).isNotEqualTo(variants.unify(other));
    }

    @ParameterizedTest
    @CsvSource({
        "神戸市中央区中山手通三丁目２番１号, 神戸市中央区中山手通3-2-1",
        "神戸市中央区中山手通３－２－１, 神戸市中央区中山手通　3丁目2番地1",
        "神戸市中央区中山手通２３−１, 神戸市中央区中山手通二十三番一号",
        "市ヶ谷町１番地の２, 市ケ谷町1-2"
    })
    void addressesThatSayTheSameAreTheSame(String one, String other) {
        assertThat(addresses.key(one)).isEqualTo(addresses.key(other));
    }

    @ParameterizedTest
    @CsvSource({"神戸市中央区中山手通３－２－１, 神戸市中央区中山手通３－２１", "神戸市中央区中山手通３－２－１, 神戸市中央区下山手通３－２－１", "中山手通１０番, 中山手通１番"})
    void otherAddressesAreNot(String one, String other) {
        assertThat(addresses.key(one)).isNotEqualTo(addresses.key(other));
    }
}
