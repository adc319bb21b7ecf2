package jp.bansho.identifiers;

import jp.bansho.identifiers.Parsed.Valid;

/// 住民票コード resident record code: eleven digits, the last of them a check digit; key of the identity inquiry
/// at J-LIS.
///
/// A person may have it changed as often as wished, so it identifies an inquiry and never a stored person.
/// All zeros are refused as a placeholder (the project's decision: one code in ten thousand million).
public final class ResidentRecordCode extends ProtectedNumber {

    /// Digits of the code, the check digit included.
    public static final int WIDTH = 11;

    private static final long FIRST_10_END = 10_000_000_000L;

    private ResidentRecordCode(long value) {
        super(value);
    }

    /// Reads eleven ASCII digits and nothing else.
    public static Parsed<ResidentRecordCode> parse(CharSequence text) {
        var value = Digits.read(text, WIDTH);
        return value < 0 ? Digits.faultOf(text).refuses() : checked(value);
    }

    /// Reads the bytes from `from` (inclusive) to `to` (exclusive), under the same rules.
    public static Parsed<ResidentRecordCode> parse(byte[] ascii, int from, int to) {
        var value = Digits.read(ascii, from, to, WIDTH);
        return value < 0 ? Digits.faultOf(new AsciiView(ascii, from, to)).refuses() : checked(value);
    }

    /// Takes **a bare code** that was valid when it was stored.
    ///
    /// @throws IllegalArgumentException if it is out of range, zero, or fails its check digit; the message
    ///         does not tell it
    public static ResidentRecordCode ofClear(long value) {
        if (value <= 0 || value / 10 >= FIRST_10_END || !fits(value)) {
            throw new IllegalArgumentException("not a resident record code");
        }
        return new ResidentRecordCode(value);
    }

    /// The check digit that follows ten digits: for issuing invented codes.
    ///
    /// @param first10 the first ten digits, 0 to 9999999999
    public static int checkDigit(long first10) {
        if (first10 < 0 || first10 >= FIRST_10_END) {
            throw new IllegalArgumentException("not ten digits");
        }
        return CheckDigits.modulusEleven(first10);
    }

    private static Parsed<ResidentRecordCode> checked(long value) {
        if (fits(value) && value != 0) {
            return new Valid<>(new ResidentRecordCode(value));
        }
        return (value == 0 ? IdentifierFault.ALL_ZERO : IdentifierFault.CHECK_DIGIT).refuses();
    }

    private static boolean fits(long value) {
        return CheckDigits.modulusEleven(value / 10) == value % 10;
    }

    @Override
    protected int width() {
        return WIDTH;
    }
}
