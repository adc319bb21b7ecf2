package jp.bansho.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class NameKeyTest {

    @Test
    void theSameNameHasOneKeyHoweverItIsTyped() {
        assertThat(NameKey.of("高橋 一郎"))
                .isEqualTo(NameKey.of("髙橋　一郎"))
                .isEqualTo(NameKey.of(" 髙槗一郞 "))
                .isEqualTo("高橋一郎");
        assertThat(NameKey.of("山﨑 渡邊")).isEqualTo(NameKey.of("山崎渡邉")).isEqualTo("山崎渡辺");
        assertThat(NameKey.of("佐佐木 𠮷")).isEqualTo(NameKey.of("佐々木吉"));
        assertThat(NameKey.of("辻\uDB40\uDD00 神")).isEqualTo("辻神");
        assertThat(NameKey.of("ｻﾄｳ･ﾊﾅｺ")).isEqualTo(NameKey.of("サトウ ハナコ"));
        assertThat(NameKey.of("SMITH, John")).isEqualTo(NameKey.of("Ｓｍｉｔｈ　ｊｏｈｎ"));
    }

    @Test
    void otherNamesHaveOtherKeys() {
        assertThat(NameKey.of("山田 太郎")).isNotEqualTo(NameKey.of("山田 大郎"));
        assertThat(NameKey.of("サトウ")).isNotEqualTo(NameKey.of("さとう"));
        assertThat(NameKey.of(" 　・")).isEmpty();
    }

    @Test
    void noVariantStandsInTwoGroups() {
        var seen = new HashSet<Integer>();
        assertThat(NameKey.variants().codePoints().filter(c -> !Character.isWhitespace(c)))
                .allSatisfy(variant -> assertThat(seen.add(variant))
                        .as(Character.toString(variant))
                        .isTrue());
    }
}
