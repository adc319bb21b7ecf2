package jp.bansho.individual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jp.bansho.identifiers.Parsed.Valid;
import org.junit.jupiter.api.Test;

/// How many typing errors the check digit lets through: counted over **all** numbers, and sampled through
/// the real reader.
///
/// Counting all 10^11 numbers needs no loop over them: what matters of the digits that stay is their sum
/// modulo 11, so it is enough to know how many digit strings have each remainder.
class UndetectedSlipsTest {

    private static final int[] WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    @Test
    void one_wrong_digit_of_sixty_passes() {
        var undetected = 0.0;
        for (int place = 0; place < 11; place++) {
            var others = remaindersWithout(place, place);
            for (int right = 0; right < 10; right++) {
                for (int wrong = 0; wrong < 10; wrong++) {
                    for (int rest = 0; rest < 11; rest++) {
                        var before = rest + WEIGHTS[place] * right;
                        var after = rest + WEIGHTS[place] * wrong;
                        undetected += right != wrong && check(before) == check(after) ? others[rest] : 0;
                    }
                }
            }
        }
        // A wrong check digit itself is always noticed: it adds to all slips, and to no undetected one.
        var all = 12 * 9 * 1e11;
        assertThat(undetected / all).isBetween(0.01666, 0.01667);
    }

    @Test
    void one_swap_of_neighbours_in_fifty_four_passes() {
        var undetected = 0.0;
        var all = 0.0;
        for (int place = 0; place < 10; place++) {
            var others = remaindersWithout(place, place + 1);
            for (int left = 0; left < 10; left++) {
                for (int right = 0; right < 10; right++) {
                    for (int rest = 0; rest < 11 && left != right; rest++) {
                        var before = rest + WEIGHTS[place] * left + WEIGHTS[place + 1] * right;
                        var after = rest + WEIGHTS[place] * right + WEIGHTS[place + 1] * left;
                        all += others[rest];
                        undetected += check(before) == check(after) ? others[rest] : 0;
                    }
                }
            }
        }
        // The last pair: the eleventh digit and the check digit change places.
        var others = remaindersWithout(10, 10);
        for (int last = 0; last < 10; last++) {
            for (int rest = 0; rest < 11; rest++) {
                var digit = check(rest + 2 * last);
                all += digit != last ? others[rest] : 0;
                undetected += digit != last && check(rest + 2 * digit) == last ? others[rest] : 0;
            }
        }
        assertThat(undetected / all).isBetween(0.01836, 0.01837);
    }

    @Test
    void the_real_reader_lets_through_what_was_counted() {
        var seed = 219L;
        var random = new Random(seed);
        var slips = 0;
        var slipped = 0;
        var swaps = 0;
        var swapped = 0;
        for (int i = 0; i < 1_000_000; i++) {
            var first11 = random.nextLong(1, 100_000_000_000L);
            var digits = new byte[12];
            IndividualNumber.ofClear(first11 * 10 + IndividualNumber.checkDigit(first11))
                    .writeDigits(digits, 0);
            var place = random.nextInt(12);
            var slip = digits.clone();
            slip[place] = (byte) ('0' + (slip[place] - '0' + 1 + random.nextInt(9)) % 10);
            slips++;
            slipped += isValid(slip) ? 1 : 0;
            var pair = random.nextInt(11);
            if (digits[pair] != digits[pair + 1]) {
                var swap = digits.clone();
                swap[pair] = digits[pair + 1];
                swap[pair + 1] = digits[pair];
                swaps++;
                swapped += isValid(swap) ? 1 : 0;
            }
        }
        assertThat((double) slipped / slips).as("slips of seed %d", seed).isBetween(0.0160, 0.0175);
        assertThat((double) swapped / swaps).as("swaps of seed %d", seed).isBetween(0.0176, 0.0192);
    }

    private static boolean isValid(byte[] digits) {
        return IndividualNumber.parse(digits, 0, 12) instanceof Valid<IndividualNumber>;
    }

    private static int check(int sum) {
        return sum % 11 <= 1 ? 0 : 11 - sum % 11;
    }

    /// How many strings of the other digits have each remainder.
    private static double[] remaindersWithout(int first, int second) {
        var counts = new double[11];
        counts[0] = 1;
        for (int place = 0; place < 11; place++) {
            if (place != first && place != second) {
                var next = new double[11];
                for (int rest = 0; rest < 11; rest++) {
                    for (int digit = 0; digit < 10; digit++) {
                        next[(rest + WEIGHTS[place] * digit) % 11] += counts[rest];
                    }
                }
                counts = next;
            }
        }
        return counts;
    }
}
