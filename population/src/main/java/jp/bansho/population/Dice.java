package jp.bansho.population;

/// A small seeded source of chance (SplitMix64), written out here so that a seed means the same people on every machine
/// and JDK.
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    /// Dice for one purpose: the same seed with another purpose or number rolls independently.
    Dice(long seed, String purpose, long number) {
        long start = mix(seed + STEP);
        for (int position = 0; position < purpose.length(); position++) {
            start = mix(start ^ purpose.charAt(position));
        }
        this.state = mix(start ^ number);
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /// A whole number from 0 to bound−1.
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /// A whole number from low to high, both included.
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /// True in `perTenThousand` of ten thousand rolls.
    boolean chance(int perTenThousand) {
        return below(10_000) < perTenThousand;
    }

    <T> T oneOf(T[] items) {
        return items[below(items.length)];
    }
}
