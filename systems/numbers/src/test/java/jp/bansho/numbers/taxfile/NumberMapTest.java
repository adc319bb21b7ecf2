package jp.bansho.numbers.taxfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberMapTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

    private static long head(String key) {
        return NumberMap.pack(bytes(key), 0, key.length());
    }

    private static long tail(String key) {
        return NumberMap.pack(bytes(key), 8, key.length());
    }

    private static void enter(NumberMap map, long person, String key, long number) {
        map.link(head(key), tail(key), person);
        if (number != NumberMap.ABSENT) {
            map.number(person, number);
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private static String key(Random random) {
        var key = new StringBuilder();
        var length = 1 + random.nextInt(random.nextBoolean() ? 2 : 16);
        for (var i = 0; i < length; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }

    @Test
    void findsWhatAHashMapFindsAndCallsWhatComesTwiceAmbiguous() {
        var seed = 5L;
        var random = new Random(seed);
        for (var round = 0; round < 40; round++) {
            var people = random.nextInt(5_000);
            try (var map = new NumberMap(people, 1, people)) {
                var expected = new HashMap<String, Long>();
                for (var i = 0; i < people; i++) {
                    var key = key(random);
                    var number = random.nextInt(10) == 0 ? NumberMap.ABSENT : random.nextLong(1_000_000_000_000L);
                    enter(map, i + 1, key, number);
                    expected.merge(key, number, (first, second) -> NumberMap.AMBIGUOUS);
                }
                for (var i = 0; i < 2_000; i++) {
                    var key = key(random);
                    expected.putIfAbsent(key, NumberMap.ABSENT);
                }
                expected.forEach((key, number) -> assertThat(map.get(head(key), tail(key)))
                        .as("seed %d, key %s", seed, key)
                        .isEqualTo(number));
            }
        }
    }

    @Test
    void keysThatDifferOnlyInLengthAreDifferentKeys() {
        try (var map = new NumberMap(20, 1, 20)) {
            var key = new StringBuilder();
            for (var length = 1; length <= 16; length++) {
                key.append('0');
                enter(map, length, key.toString(), length);
            }
            for (var length = 1; length <= 16; length++) {
                assertThat(map.get(head("0".repeat(length)), tail("0".repeat(length))))
                        .isEqualTo(length);
            }
        }
    }

    @Test
    void aPersonWithoutANumberMakesTheSameKeyOfAnotherAssociationAmbiguous() {
        try (var map = new NumberMap(2, 1, 2)) {
            enter(map, 1, "1", 42);
            enter(map, 2, "1", NumberMap.ABSENT);
            assertThat(map.get(head("1"), tail("1"))).isEqualTo(NumberMap.AMBIGUOUS);
        }
    }

    @Test
    void closingForgetsEveryNumber() {
        var map = new NumberMap(1_000, 1, 1_000);
        for (var i = 1; i <= 1_000; i++) {
            map.link(i, 0, i);
            map.number(i, 123_456_789_018L);
        }
        map.close();
        for (var i = 1; i <= 1_000; i++) {
            assertThat(map.get(i, 0)).isNotEqualTo(123_456_789_018L);
        }
    }

    @Test
    void morePeopleThanItWasMadeForAreRefusedInsteadOfSearchingForEver() {
        try (var map = new NumberMap(0, 1, 100)) {
            assertThatThrownBy(() -> {
                        for (var i = 1; i <= 100; i++) {
                            map.link(i, 0, i);
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);
            assertThat(map.get(1_000, 0)).isEqualTo(NumberMap.ABSENT);
        }
    }

    @Test
    void twoNumbersInForceAreNoNumber() {
        try (var map = new NumberMap(1, 1, 1)) {
            enter(map, 1, "1", 42);
            map.number(1, 43);
            assertThat(map.get(head("1"), tail("1"))).isEqualTo(NumberMap.AMBIGUOUS);
        }
    }
}
