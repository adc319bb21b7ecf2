package jp.bansho.identifiers;

/// 年金証書記号番号 symbol and number of a pension certificate (N1); its inner structure is not public.
///
/// @param text 1 to 15 characters
public record CertificateNumber(String text) implements OpaqueIdentifier {

    /// The longest there can be: the width of the field in the records for tax collected from pensions.
    public static final int LONGEST = 15;

    /// @throws IllegalArgumentException if the text is empty, too long, or not visible ASCII; the message
    ///         does not tell it
    public CertificateNumber {
        VisibleAscii.require(text, LONGEST);
    }

    /// The text alone.
    @Override
    public String toString() {
        return text;
    }
}
