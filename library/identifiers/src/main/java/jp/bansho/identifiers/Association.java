package jp.bansho.identifiers;

import jp.bansho.identifiers.Parsed.Valid;

/// The code of a 構成組合 association of the federation, 1 to 99; user numbers are unique within one (N12).
///
/// @param code 1 to 99
public record Association(int code) implements Comparable<Association> {

    /// @throws IllegalArgumentException unless the code is 1 to 99
    public Association {
        if (code < 1 || code > 99) {
            throw new IllegalArgumentException("an association's code is 1 to 99");
        }
    }

    /// Reads one or two ASCII digits; `7` and `07` are the same association.
    public static Parsed<Association> parse(CharSequence text) {
        var code = (int) Digits.read(text, text.length() == 1 ? 1 : 2);
        if (code < 0) {
            return Digits.faultOf(text).refuses();
        }
        return code == 0 ? IdentifierFault.ALL_ZERO.refuses() : new Valid<>(new Association(code));
    }

    /// By code.
    @Override
    public int compareTo(Association other) {
        return Integer.compare(code, other.code);
    }

    /// Two digits, as in the names of files.
    @Override
    public String toString() {
        return Digits.text(code, 2);
    }
}
