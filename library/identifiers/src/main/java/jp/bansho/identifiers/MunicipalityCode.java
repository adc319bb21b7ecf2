package jp.bansho.identifiers;

import jp.bansho.identifiers.Parsed.Valid;

/// 全国地方公共団体コード code of a prefecture or municipality: two digits of the prefecture (01 to 47), three of the
/// municipality, one check digit. Resident registration writes it without the check digit.
///
/// @param value the six digits as a number
public record MunicipalityCode(int value) {

    private static final int LAST_PREFECTURE = 47;

    /// @throws IllegalArgumentException if the prefecture is unknown or the check digit does not fit
    public MunicipalityCode {
        var five = value / 10;
        if (!exists(five) || CheckDigits.municipality(five) != value % 10) {
            throw new IllegalArgumentException("not a municipality code");
        }
    }

    /// Reads six ASCII digits, the last of them the check digit.
    public static Parsed<MunicipalityCode> parse(CharSequence text) {
        var value = (int) Digits.read(text, 6);
        if (value < 0) {
            return Digits.faultOf(text).refuses();
        }
        if (!exists(value / 10)) {
            return IdentifierFault.RANGE.refuses();
        }
        return CheckDigits.municipality(value / 10) == value % 10
                ? new Valid<>(new MunicipalityCode(value))
                : IdentifierFault.CHECK_DIGIT.refuses();
    }

    /// Reads the five ASCII digits of the short form; the check digit is computed, so a typing error goes
    /// unnoticed.
    public static Parsed<MunicipalityCode> parseFiveDigits(CharSequence text) {
        var five = (int) Digits.read(text, 5);
        if (five < 0) {
            return Digits.faultOf(text).refuses();
        }
        return exists(five)
                ? new Valid<>(new MunicipalityCode(five * 10 + CheckDigits.municipality(five)))
                : IdentifierFault.RANGE.refuses();
    }

    /// The number of the prefecture, 1 (Hokkaidō) to 47 (Okinawa).
    public int prefecture() {
        return value / 10_000;
    }

    /// The form without the check digit.
    public String fiveDigits() {
        return Digits.text(value / 10, 5);
    }

    private static boolean exists(int fiveDigits) {
        return fiveDigits >= 1_000 && fiveDigits / 1_000 <= LAST_PREFECTURE;
    }

    /// The six digits.
    @Override
    public String toString() {
        return Digits.text(value, 6);
    }
}
