package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PermutationTest {

    @Test
    void everyNumberButZeroComesOnce() {
        for (long size : new long[] {2, 10, 1_000, 99_991}) {
            Permutation permutation = new Permutation(1, size, new Dice(5, "test", size));
            long[] numbers =
                    LongStream.range(0, size - 1).map(permutation::at).sorted().toArray();
            assertThat(numbers)
                    .as("size %d", size)
                    .containsExactly(LongStream.range(1, size).toArray());
        }
    }

    @Test
    void zeroCanBePartOfIt() {
        Permutation permutation = new Permutation(0, 1_000, new Dice(5, "test", 0));
        assertThat(LongStream.range(0, 1_000).map(permutation::at).sorted().toArray())
                .containsExactly(LongStream.range(0, 1_000).toArray());
    }

    @Test
    void neighboursDoNotLookAlike() {
        Permutation permutation = new Permutation(1, 100_000_000_000L, new Dice(5, "test", 0));
        long ascending = LongStream.range(0, 10_000)
                .filter(index -> permutation.at(index + 1) > permutation.at(index))
                .count();
        assertThat(ascending).isBetween(4_700L, 5_300L);
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        Permutation one = new Permutation(1, 100_000_000_000L, new Dice(1, "test", 0));
        Permutation two = new Permutation(1, 100_000_000_000L, new Dice(2, "test", 0));
        assertThat(LongStream.range(0, 1_000).filter(index -> one.at(index) == two.at(index)))
                .isEmpty();
    }

    @Test
    void anIndexBeyondTheEndIsRefused() {
        Permutation permutation = new Permutation(1, 10, new Dice(5, "test", 0));
        assertThatThrownBy(() -> permutation.at(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.at(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
