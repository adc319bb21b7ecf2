package jp.bansho.identifiers;

import jp.bansho.identifiers.Parsed.Valid;

/// 法人番号 corporate number: a check digit from 1 to 9 and twelve basic digits behind it. It is public and
/// prints itself.
///
/// @param value the thirteen digits as a number
public record CorporateNumber(long value) {

    /// Digits of the number, the check digit included.
    public static final int WIDTH = 13;

    private static final long BASIC_END = 1_000_000_000_000L;

    /// @throws IllegalArgumentException if the check digit does not fit
    public CorporateNumber {
        if (value <= 0 || !fits(value)) {
            throw new IllegalArgumentException("not a corporate number");
        }
    }

    /// Reads thirteen ASCII digits and nothing else.
    public static Parsed<CorporateNumber> parse(CharSequence text) {
        var value = Digits.read(text, WIDTH);
        if (value < 0) {
            return Digits.faultOf(text).refuses();
        }
        if (value == 0) {
            return IdentifierFault.ALL_ZERO.refuses();
        }
        return fits(value) ? new Valid<>(new CorporateNumber(value)) : IdentifierFault.CHECK_DIGIT.refuses();
    }

    /// The check digit that stands before twelve basic digits (基礎番号).
    ///
    /// @param basic 0 to 999999999999
    public static int checkDigit(long basic) {
        if (basic < 0 || basic >= BASIC_END) {
            throw new IllegalArgumentException("not twelve digits");
        }
        return CheckDigits.modulusNine(basic);
    }

    private static boolean fits(long value) {
        return value / BASIC_END == CheckDigits.modulusNine(value % BASIC_END);
    }

    /// The thirteen digits.
    @Override
    public String toString() {
        return Digits.text(value, WIDTH);
    }
}
