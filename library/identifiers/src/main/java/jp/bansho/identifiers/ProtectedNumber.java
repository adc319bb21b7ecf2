package jp.bansho.identifiers;

import java.security.SecureRandom;

/// A number that the law protects: it can be held and compared, but it does not show itself (S1).
///
/// It prints a fixed mask, has no property that a framework would find and write out, and is not
/// serialisable. The ways out have names that a reviewer sees at once: [#inTheClear()] and
/// [#writeDigits(byte\[\], int)].
public abstract class ProtectedNumber {

    private static final long HASH_KEY = new SecureRandom().nextLong();

    private final long value;

    /// A number whose check digit was verified.
    protected ProtectedNumber(long value) {
        this.value = value;
    }

    /// How many digits the number has, leading zeros included.
    protected abstract int width();

    /// **The bare number.** Whoever calls this answers for where it goes; leading zeros are lost.
    public final long inTheClear() {
        return value;
    }

    /// **Writes the bare number** as ASCII digits, leading zeros included, from `offset` on; allocates nothing, so
    /// the caller can wipe the array.
    ///
    /// @throws IndexOutOfBoundsException if the digits do not fit; nothing has been written then
    public final void writeDigits(byte[] target, int offset) {
        Digits.write(value, width(), target, offset);
    }

    /// Equal type and equal number. The comparison of the numbers has no branch and looks at all bits at
    /// once, so its duration does not depend on how many digits agree.
    @Override
    public final boolean equals(Object other) {
        return other instanceof ProtectedNumber that && ((value ^ that.value) | (width() ^ that.width())) == 0;
    }

    /// Good for hash tables in this process only: mixed with a key drawn at random when the process starts,
    /// so a hash in a log or a heap statistic cannot be looked up in a table of all numbers. It is **not**
    /// a pseudonym: do not store it.
    @Override
    public final int hashCode() {
        var mixed = (value ^ HASH_KEY) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ (mixed >>> 32) ^ Long.rotateLeft(HASH_KEY, 29)) * 0xD6E8_FEB8_6659_FD93L;
        return (int) (mixed >>> 32);
    }

    /// The type's name and a row of stars, whatever the number.
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + "*".repeat(width()) + "]";
    }
}
