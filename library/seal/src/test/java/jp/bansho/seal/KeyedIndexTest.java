package jp.bansho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyedIndexTest {

    @Test
    void isTheSameForTheSameKeyAndNumberAlone() {
        var index = new KeyedIndex(SealedNumbersTest.key(1));
        assertThat(index.of(123456789018L)).isEqualTo(new KeyedIndex(SealedNumbersTest.key(1)).of(123456789018L));
        assertThat(index.of(123456789018L)).isNotEqualTo(new KeyedIndex(SealedNumbersTest.key(2)).of(123456789018L));
        assertThat(index.of(123456789018L)).isNotEqualTo(index.of(123456789026L));
    }

    /// An index value stored today must be found by every later release. The value was computed by another program.
    @Test
    void neverChangesItsEncoding() {
        assertThat(new KeyedIndex(SealedNumbersTest.key(1)).of(123456789018L))
                .isEqualTo(UUID.fromString("7529ac2c-c585-2daf-572c-fa43a50a0fe1"));
    }

    @Test
    void hasNoCollisionAmongManyNumbers() {
        var index = new KeyedIndex(SealedNumbersTest.key(3));
        var seen = new HashSet<UUID>();
        var random = new Random(7);
        var numbers = new HashSet<Long>();
        while (numbers.size() < 100_000) {
            numbers.add(random.nextLong(1_000_000_000_000L));
        }
        numbers.forEach(number -> seen.add(index.of(number)));
        assertThat(seen).hasSize(numbers.size());
    }
}
