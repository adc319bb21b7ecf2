package jp.bansho.identifiers;

/// 給料記録番号 number of the payroll record, a key of the association (N1).
///
/// @param text 1 to 20 characters
public record PayrollNumber(String text) implements OpaqueIdentifier {

    /// The longest there can be; fixed by the project.
    public static final int LONGEST = 20;

    /// @throws IllegalArgumentException if the text is empty, too long, or not visible ASCII; the message
    ///         does not tell it
    public PayrollNumber {
        VisibleAscii.require(text, LONGEST);
    }

    /// The text alone.
    @Override
    public String toString() {
        return text;
    }
}
