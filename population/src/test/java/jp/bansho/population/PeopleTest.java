package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static List<Family> families(int count, long room) {
        Families families = new Families(Association.first(1).get(0), 9, 2025, new Names(), 0);
        List<Family> made = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            made.add(families.next(room));
        }
        return made;
    }

    @Test
    void recipientsAreOldEnoughAndDependantsOfAllAges() {
        List<Integer> ages = new ArrayList<>();
        for (Family family : families(5_000, 100)) {
            assertThat(family.recipient().birth().ageAtEndOf(2025)).isBetween(60, 100);
            family.relatives().forEach(relative -> ages.add(relative.age(2025)));
        }
        assertThat(ages).allMatch(age -> age >= 0 && age <= 104);
        assertThat(ages)
                .anyMatch(age -> age < 6)
                .anyMatch(age -> age >= 19 && age <= 22)
                .anyMatch(age -> age > 85);
    }

    @Test
    void aFamilyNeverTakesMoreRoomThanThereIs() {
        assertThat(families(500, 1)).allMatch(family -> family.size() == 1);
        assertThat(families(500, 2)).allMatch(family -> family.size() <= 2);
        assertThat(families(2_000, 5)).anyMatch(family -> family.size() == 5).allMatch(family -> family.size() <= 5);
    }

    @Test
    void userNumbersAscendWithGaps() {
        List<String> numbers = families(500, 100).stream()
                .map(family -> family.recipient().userNumber())
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(number -> number.matches("28[0-9]{8}"));
    }

    @Test
    void erasChangeOnTheirDays() {
        assertThat(new Birth(1926, 12, 24).era()).isEqualTo(Era.TAISHO);
        assertThat(new Birth(1926, 12, 25).era()).isEqualTo(Era.SHOWA);
        assertThat(new Birth(1989, 1, 7).yearOfEra()).isEqualTo("64");
        assertThat(new Birth(1989, 1, 8).yearOfEra()).isEqualTo("01");
        assertThat(new Birth(2019, 4, 30).yearOfEra()).isEqualTo("31");
        assertThat(new Birth(2019, 5, 1).era()).isEqualTo(Era.REIWA);
    }

    @Test
    void kanaBecomesHalfWidth() {
        assertThat(Kana.halfWidth(Kana.katakana("がっこう\u3000ぽんづ"))).isEqualTo("ｶﾞｯｺｳ ﾎﾟﾝﾂﾞ");
        assertThatThrownBy(() -> Kana.halfWidth("漢")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vendorCharactersAreRefused() {
        StrictShiftJis shiftJis = new StrictShiftJis();
        assertThat(shiftJis.holds("髙")).isFalse();
        assertThat(shiftJis.holds("①")).isFalse();
        assertThat(shiftJis.bytes("高－")).isEqualTo("高−".getBytes(Sample.SHIFT_JIS));
        assertThatThrownBy(() -> shiftJis.bytes("﨑")).isInstanceOf(IllegalArgumentException.class);
    }
}
