package jp.bansho.numbers.taxfile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// User number → person → Individual Number, for one run: exact, compact, no objects (about 40 bytes a person).
///
/// A user number (at most 16 ASCII characters) is held whole, as two longs. Numbers lie here in the clear for as long
/// as the file takes and are overwritten by [#close]; what a memory image would show meanwhile is in the threat model.
/// The two halves are filled by one thread each; reading begins when both are done.
final class NumberMap implements AutoCloseable {

    /// No such user number, or the person has no number in force.
    static final long ABSENT = -1;

    /// Two associations use the same user number, or the person has two numbers in force: nobody can say which it is.
    static final long AMBIGUOUS = -2;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final double LOAD = 0.75;
    private static final long SEVERAL = Long.MIN_VALUE;

    private final long[] heads;
    private final long[] tails;
    private final long[] people;
    private final long first;
    private final long[] numbers;
    private int free;

    /// A map for people with handles from `first` to `last`.
    NumberMap(long people, long first, long last) {
        var capacity = Math.clamp((long) (people / LOAD) + 16, 16, Integer.MAX_VALUE - 16);
        heads = new long[capacity];
        tails = new long[capacity];
        this.people = new long[capacity];
        this.first = first;
        numbers = new long[Math.toIntExact(Math.max(0, last - first + 1))];
        Arrays.fill(numbers, ABSENT);
        free = capacity - 1;
    }

    /// Notes whose user number it is.
    ///
    /// @throws IllegalStateException if there are more people than the map was made for
    void link(long head, long tail, long person) {
        var slot = slot(head, tail);
        if (heads[slot] != 0) {
            people[slot] = SEVERAL;
            return;
        }
        if (free-- == 0) {
            throw new IllegalStateException("people were registered meanwhile, more than there is room for");
        }
        people[slot] = person;
        heads[slot] = head;
        tails[slot] = tail;
    }

    /// Notes a person's number in force. Who has two has none that could be relied on.
    void number(long person, long clear) {
        var place = (int) (person - first);
        numbers[place] = numbers[place] == ABSENT ? clear : AMBIGUOUS;
    }

    long get(long head, long tail) {
        var slot = slot(head, tail);
        if (heads[slot] == 0) {
            return ABSENT;
        }
        return people[slot] == SEVERAL ? AMBIGUOUS : numbers[(int) (people[slot] - first)];
    }

    @Override
    public void close() {
        Arrays.fill(numbers, 0);
    }

    /// Up to eight ASCII bytes from `from`, big-endian, padded with zeros; 0 if there are none.
    static long pack(byte[] bytes, int from, int to) {
        if (to > from && from + 8 <= bytes.length) {
            var word = (long) WORDS.get(bytes, from);
            return to - from >= 8 ? word : word & (-1L << (64 - 8 * (to - from)));
        }
        var packed = 0L;
        for (var i = from; i < from + 8; i++) {
            packed = packed << 8 | (i < to ? bytes[i] & 0xff : 0);
        }
        return packed;
    }

    private int slot(long head, long tail) {
        var mixed = (head ^ Long.rotateLeft(tail, 29)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        var slot = (int) Math.multiplyHigh(mixed >>> 1, (long) heads.length << 1);
        while (heads[slot] != 0 && (heads[slot] != head || tails[slot] != tail)) {
            slot = slot + 1 == heads.length ? 0 : slot + 1;
        }
        return slot;
    }
}
