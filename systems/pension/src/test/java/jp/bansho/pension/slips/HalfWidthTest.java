package jp.bansho.pension.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfWidthTest {

    @ParameterizedTest
    @CsvSource({"タカハシ　タロウ,ﾀｶﾊｼ ﾀﾛｳ", "ガッツ　パピプペポヴ,ｶﾞｯﾂ ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｳﾞ", "ジョー　ヲン,ｼﾞｮｰ ｦﾝ", "ァィゥェォャュョッ,ｧｨｩｪｫｬｭｮｯ"})
    void everyKanaHasItsNarrowForm(String wide, String narrow) {
        assertThat(HalfWidth.of(wide)).isEqualTo(narrow);
    }

    @Test
    void whatIsNoKanaStaysAsItIs() {
        assertThat(HalfWidth.of("髙Ａ\uE001")).isEqualTo("髙Ａ\uE001");
    }

    @ParameterizedTest
    @CsvSource({
        "1926-12-24,2,15,12,24",
        "1926-12-25,1,01,12,25",
        "1912-07-29,3,45,07,29",
        "1912-07-30,2,01,07,30",
        "1989-01-07,1,64,01,07",
        "1989-01-08,4,01,01,08",
        "2019-05-01,5,01,05,01"
    })
    void aBirthdayIsWrittenInItsEra(LocalDate born, String era, String year, String month, String day) {
        assertThat(BirthDay.of(born)).isEqualTo(new BirthDay(era, year, month, day));
    }
}
