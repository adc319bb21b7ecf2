package jp.bansho.population;

/// A keyed shuffle of the numbers first .. size−1: every index gets a number of its own, and none needs to be
/// remembered.
///
/// A Feistel network on a square a little larger than the range, with cycle walking: a value that
/// falls outside the range is shuffled again until it falls inside. With 1 as the first number,
/// nobody ever gets the number of all zeros.
final class Permutation {

    private static final int ROUNDS = 6;

    private final long first;
    private final long size;
    private final long side;
    private final long[] keys = new long[ROUNDS];

    Permutation(long first, long size, Dice dice) {
        this.first = first;
        this.size = size;
        this.side = (long) Math.ceil(Math.sqrt((double) size));
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = dice.next();
        }
    }

    /// The number at this index (0 .. size−first−1), between first and size−1.
    long at(long index) {
        if (index < 0 || index >= size - first) {
            throw new IllegalArgumentException("index outside the permutation");
        }
        long value = index + first;
        do {
            value = shuffled(value);
        } while (value < first || value >= size);
        return value;
    }

    private long shuffled(long value) {
        long left = value / side;
        long right = value % side;
        for (long key : keys) {
            long mixed = Math.floorMod(left + (Dice.mix(right ^ key) >>> 1) % side, side);
            left = right;
            right = mixed;
        }
        return left * side + right;
    }
}
