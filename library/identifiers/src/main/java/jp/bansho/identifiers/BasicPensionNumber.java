package jp.bansho.identifiers;

import jp.bansho.identifiers.Parsed.Valid;

/// 基礎年金番号 basic pension number: ten digits without a check digit, shown to people as four and six (N1).
///
/// It prints itself, since pension offices work with it, but it is personal: keep it out of logs all the
/// same. All zeros are refused as a placeholder (the project's decision).
///
/// @param value the ten digits as a number
public record BasicPensionNumber(long value) {

    /// Digits of the number.
    public static final int WIDTH = 10;

    private static final int HYPHEN_AT = 4;

    /// @throws IllegalArgumentException unless the value is 1 to 9999999999
    public BasicPensionNumber {
        if (value <= 0 || value > 9_999_999_999L) {
            throw new IllegalArgumentException("not a basic pension number");
        }
    }

    /// Reads ten ASCII digits, or four, an ASCII hyphen and six.
    public static Parsed<BasicPensionNumber> parse(CharSequence text) {
        if (text.length() == WIDTH + 1 && text.charAt(HYPHEN_AT) == '-') {
            var area = Digits.read(text.subSequence(0, HYPHEN_AT), HYPHEN_AT);
            var serial = Digits.read(text.subSequence(HYPHEN_AT + 1, WIDTH + 1), WIDTH - HYPHEN_AT);
            return area < 0 || serial < 0 ? IdentifierFault.CHARACTERS.refuses() : of(area * 1_000_000 + serial);
        }
        var value = Digits.read(text, WIDTH);
        return value < 0 ? Digits.faultOf(text).refuses() : of(value);
    }

    /// Reads the bytes from `from` (inclusive) to `to` (exclusive), under the same rules.
    public static Parsed<BasicPensionNumber> parse(byte[] ascii, int from, int to) {
        return parse(new AsciiView(ascii, from, to));
    }

    private static Parsed<BasicPensionNumber> of(long value) {
        return value == 0 ? IdentifierFault.ALL_ZERO.refuses() : new Valid<>(new BasicPensionNumber(value));
    }

    /// The form that papers show: four digits, a hyphen, six digits.
    public String hyphenated() {
        return new StringBuilder(toString()).insert(HYPHEN_AT, '-').toString();
    }

    /// The canonical form, ten digits, as files carry it.
    @Override
    public String toString() {
        return Digits.text(value, WIDTH);
    }
}
