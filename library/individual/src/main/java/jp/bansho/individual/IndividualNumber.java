package jp.bansho.individual;

import jp.bansho.identifiers.AsciiView;
import jp.bansho.identifiers.CheckDigits;
import jp.bansho.identifiers.Digits;
import jp.bansho.identifiers.IdentifierFault;
import jp.bansho.identifiers.Parsed;
import jp.bansho.identifiers.Parsed.Valid;
import jp.bansho.identifiers.ProtectedNumber;

/// 個人番号 Individual Number: twelve digits, the last of them a check digit (N1, N4, N5).
///
/// `000000000000` satisfies the arithmetic but is refused. The number says nothing about date of birth, sex or place.
public final class IndividualNumber extends ProtectedNumber {

    /// Digits of the number, the check digit included.
    public static final int WIDTH = 12;

    private static final long FIRST_11_END = 100_000_000_000L;

    private IndividualNumber(long value) {
        super(value);
    }

    /// Reads twelve ASCII digits and nothing else: no blanks, no hyphens, no full-width digits.
    public static Parsed<IndividualNumber> parse(CharSequence text) {
        var value = Digits.read(text, WIDTH);
        return value < 0 ? Digits.faultOf(text).refuses() : checked(value);
    }

    /// Reads the bytes from `from` (inclusive) to `to` (exclusive), under the same rules; made for files of
    /// millions of rows, it allocates the outcome and nothing else.
    ///
    /// @throws IndexOutOfBoundsException if the range does not lie in the array
    public static Parsed<IndividualNumber> parse(byte[] ascii, int from, int to) {
        var value = Digits.read(ascii, from, to, WIDTH);
        return value < 0 ? Digits.faultOf(new AsciiView(ascii, from, to)).refuses() : checked(value);
    }

    /// Takes **a bare number** that was valid when it was stored.
    ///
    /// @throws IllegalArgumentException if it is out of range, zero, or fails its check digit; the message
    ///         does not tell it
    public static IndividualNumber ofClear(long value) {
        if (value <= 0 || value / 10 >= FIRST_11_END || !fits(value)) {
            throw new IllegalArgumentException("not an Individual Number");
        }
        return new IndividualNumber(value);
    }

    /// The check digit that follows eleven digits: for issuing invented numbers, and for nothing a person typed.
    ///
    /// @param first11 the first eleven digits, 0 to 99999999999
    public static int checkDigit(long first11) {
        if (first11 < 0 || first11 >= FIRST_11_END) {
            throw new IllegalArgumentException("not eleven digits");
        }
        return CheckDigits.modulusEleven(first11);
    }

    private static Parsed<IndividualNumber> checked(long value) {
        if (fits(value) && value != 0) {
            return new Valid<>(new IndividualNumber(value));
        }
        return (value == 0 ? IdentifierFault.ALL_ZERO : IdentifierFault.CHECK_DIGIT).refuses();
    }

    private static boolean fits(long value) {
        var first11 = value / 10;
        return CheckDigits.modulusEleven(first11) == value - first11 * 10;
    }

    @Override
    protected int width() {
        return WIDTH;
    }
}
