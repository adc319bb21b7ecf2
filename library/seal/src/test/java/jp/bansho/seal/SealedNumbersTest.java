package jp.bansho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealedNumbersTest {

    private static final long NUMBER = 123456789018L;
    private static final SealedNumbers.Place PLACE = new SealedNumbers.Place(4711, 1, 1, 1, 256 * 3 + 17);

    private final Sealer sealer = new Sealer(key(1));
    private final SealedNumbers numbers = new SealedNumbers(sealer, 28);

    @Test
    void opensWhereItWasSealed() {
        var random = new Random(20261122);
        for (var i = 0; i < 10_000; i++) {
            var number = random.nextLong(1_000_000_000_000L);
            var pad = random.nextLong(1L << 40);
            assertThat(numbers.open(numbers.seal(number, pad, PLACE), pad, PLACE))
                    .isEqualTo(number);
        }
    }

    @Test
    void doesNotOpenInAnyOtherPlace() {
        var sealed = numbers.seal(NUMBER, 99, PLACE);

        var elsewhere = List.of(
                new SealedNumbers.Place(4712, 1, 1, 1, PLACE.pad()),
                new SealedNumbers.Place(4711, 2, 1, 1, PLACE.pad()),
                new SealedNumbers.Place(4711, 1, 2, 1, PLACE.pad()),
                new SealedNumbers.Place(4711, 1, 1, 2, PLACE.pad()),
                new SealedNumbers.Place(4711, 1, 1, 1, PLACE.pad() + 1));
        for (var place : elsewhere) {
            assertThatThrownBy(() -> numbers.open(sealed, 99, place))
                    .as("moved to %s", place)
                    .isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> new SealedNumbers(sealer, 29).open(sealed, 99, PLACE))
                .as("moved to another association")
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> new SealedNumbers(new Sealer(key(2)), 28).open(sealed, 99, PLACE))
                .as("another key")
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void everyFlippedBitIsFound() {
        var sealed = numbers.seal(NUMBER, 99, PLACE);
        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> numbers.open(altered, 99, PLACE)).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> numbers.open(Arrays.copyOf(sealed, 20), 99, PLACE))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void theSameNumberNeverLooksTheSame() {
        assertThat(numbers.seal(NUMBER, 99, PLACE)).isNotEqualTo(numbers.seal(NUMBER, 99, PLACE));
    }

    @Test
    void aDestroyedPadKeyLeavesNothingToOpen() {
        var padKey = new Sealer(key(3));
        var block = PadBlock.fresh(new SecureRandom());
        var sealedBlock = block.seal(padKey, 28, 1, 3);
        var sealed = numbers.seal(NUMBER, block.pad(17), PLACE);

        var again = PadBlock.open(padKey, sealedBlock, 28, 1, 3);
        assertThat(numbers.open(sealed, again.pad(17), PLACE)).isEqualTo(NUMBER);

        var nextPadKey = new Sealer(key(4));
        assertThatThrownBy(() -> PadBlock.open(nextPadKey, sealedBlock, 28, 1, 3))
                .as("an old copy of the block under the version that was destroyed")
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> PadBlock.open(padKey, sealedBlock, 28, 1, 4))
                .as("a block moved to another place")
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aWrongPadGivesAnotherNumberOrIsRefusedSoTheHalvesAreWorthlessAlone() {
        var sealed = numbers.seal(NUMBER, 0x5555555555L, PLACE);
        var hits = 0;
        for (var guess = 0L; guess < 1_000; guess++) {
            try {
                hits += numbers.open(sealed, guess, PLACE) == NUMBER ? 1 : 0;
            } catch (SealBroken outOfRange) {
                assertThat(outOfRange).hasMessageNotContaining("123456789018");
            }
        }
        assertThat(hits).isZero();
    }

    static SecretKeySpec key(int seed) {
        var key = new byte[32];
        new Random(seed).nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }
}
