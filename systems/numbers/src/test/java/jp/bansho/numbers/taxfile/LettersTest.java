package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import jp.bansho.characters.Kana;
import jp.bansho.characters.WayDown;
import org.junit.jupiter.api.Test;

/// What is written at once is what the way down would have written.
class LettersTest {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final String KANA = "ｱｳｶｷﾄﾅﾊﾎﾏﾜｦﾝｧｮｯｰ･ﾞﾟ アガパーヴゞあ　｡｢A";
    private static final String LETTERS = "A1 -ｱﾞｶ｡番所　太郎－～￠×藏齊\uFA19\uFFFD";

    private static String any(Random random, String letters) {
        return random.ints(random.nextInt(9), 0, letters.length())
                .mapToObj(letters::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private static String written(SlipBytes out) {
        return new String(out.array(), 0, out.length(), SHIFT_JIS);
    }

    @Test
    void halfWidthKanaIsWhatTheWayDownMakesOfIt() {
        var random = new Random(20261123);
        for (var i = 0; i < 50_000; i++) {
            var text = any(random, KANA);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var out = new SlipBytes(64);
            var whole = new Letters(out).half(bytes, 0, bytes.length);
            var expected = Kana.half(text);
            assertThat(whole).as(text).isEqualTo(expected.whole());
            assertThat(written(out)).as(text).isEqualTo(expected.whole() ? expected.text() : "");
        }
    }

    @Test
    void whereHalfWidthStaysEachOtherCharacterGoesItsOwnWay() {
        var random = new Random(20261124);
        for (var i = 0; i < 50_000; i++) {
            var text = any(random, LETTERS);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var out = new SlipBytes(64);
            var letters = new Letters(out);
            var whole = letters.either(bytes, 0, bytes.length, 1);
            var expected = text.codePoints()
                    .mapToObj(Character::toString)
                    .map(one -> one.charAt(0) < 0x80 || Cells.half(one.charAt(0)) != 0
                            ? one
                            : WayDown.of(one).whole() ? WayDown.of(one).text() : null)
                    .toList();
            assertThat(whole).as(text).isEqualTo(!expected.contains(null));
            assertThat(written(out)).as(text).isEqualTo(whole ? String.join("", expected) : "");
        }
    }
}
