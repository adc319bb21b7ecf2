package jp.bansho.identifiers;

import java.nio.charset.StandardCharsets;

/// 利用番号 user number: how an association names a recipient, spouse or dependant (N1, N2); unique within the
/// association.
///
/// At most 16 characters, which fit two `long`s: eight ASCII characters each, the first in the highest
/// byte, zero bytes behind the end. Millions of them can thus be held, compared and hashed without text;
/// the order is that of the text.
///
/// @param head characters 1 to 8
/// @param tail characters 9 to 16
public record UserNumber(long head, long tail) implements OpaqueIdentifier, Comparable<UserNumber> {

    /// The longest there can be, fixed by the two longs.
    public static final int LONGEST = 16;

    /// @throws IllegalArgumentException if the two longs are not the packed form of a user number
    public UserNumber {
        var length = 0;
        while (length < LONGEST && characterAt(head, tail, length) != 0) {
            length++;
        }
        var whole = length == LONGEST || (length > 0 && isBlankFrom(head, tail, length));
        for (int i = 0; i < length; i++) {
            whole &= VisibleAscii.allows(characterAt(head, tail, i));
        }
        if (!whole) {
            throw new IllegalArgumentException("not a packed user number");
        }
    }

    /// Packs text that was checked before it was stored; text from outside goes through an [IdentifierPattern].
    ///
    /// @throws IllegalArgumentException if the text is empty, too long, or not visible ASCII; the message
    ///         does not tell it
    public static UserNumber of(CharSequence text) {
        VisibleAscii.require(text, LONGEST);
        return new UserNumber(packed(text, 0), packed(text, 8));
    }

    @Override
    public String text() {
        var ascii = new byte[LONGEST];
        var length = 0;
        while (length < LONGEST && characterAt(head, tail, length) != 0) {
            ascii[length] = (byte) characterAt(head, tail, length);
            length++;
        }
        return new String(ascii, 0, length, StandardCharsets.US_ASCII);
    }

    /// By text; ASCII never sets the highest bit, so the signed order of the longs is the order of the
    /// characters.
    @Override
    public int compareTo(UserNumber other) {
        return head != other.head ? Long.compare(head, other.head) : Long.compare(tail, other.tail);
    }

    /// The text alone.
    @Override
    public String toString() {
        return text();
    }

    private static long packed(CharSequence text, int from) {
        var word = 0L;
        for (int i = from; i < from + 8; i++) {
            word = (word << 8) | (i < text.length() ? text.charAt(i) : 0);
        }
        return word;
    }

    private static int characterAt(long head, long tail, int index) {
        return (int) ((index < 8 ? head : tail) >>> (56 - 8 * (index % 8))) & 0xff;
    }

    private static boolean isBlankFrom(long head, long tail, int length) {
        return length < 8 ? head << (8 * length) == 0 && tail == 0 : tail << (8 * (length - 8)) == 0;
    }
}
