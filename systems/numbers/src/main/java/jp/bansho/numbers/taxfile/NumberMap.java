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

    /// A slot is three longs, so that looking one up touches one line of the cache: both halves of the
    /// user number and the person.
    private static final int SLOT = 3;

    private final long[] slots;
    private final long first;
    private final long[] numbers;
    private int free;

    /// A map for people with handles from `first` to `last`.
    NumberMap(long people, long first, long last) {
        var capacity = Math.clamp((long) (people / LOAD) + 16, 16, Integer.MAX_VALUE / SLOT - 16);
        slots = new long[SLOT * capacity];
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
        if (slots[slot] != 0) {
            slots[slot + 2] = SEVERAL;
            return;
        }
        if (free-- == 0) {
            throw new IllegalStateException("people were registered meanwhile, more than there is room for");
        }
        slots[slot] = head;
        slots[slot + 1] = tail;
        slots[slot + 2] = person;
    }

    /// Notes a person's number in force. Who has two has none that could be relied on.
    void number(long person, long clear) {
        var place = (int) (person - first);
        numbers[place] = numbers[place] == ABSENT ? clear : AMBIGUOUS;
    }

    long get(long head, long tail) {
        var slot = slot(head, tail);
        if (slots[slot] == 0) {
            return ABSENT;
        }
        var person = slots[slot + 2];
        return person == SEVERAL ? AMBIGUOUS : numbers[(int) (person - first)];
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
        var slot = SLOT * (int) Math.multiplyHigh(mixed >>> 1, ((long) slots.length / SLOT) << 1);
        while (slots[slot] != 0 && (slots[slot] != head || slots[slot + 1] != tail)) {
            slot = slot + SLOT == slots.length ? 0 : slot + SLOT;
        }
        return slot;
    }
}
