package jp.bansho.identifiers;

/// 共済組合独自番号 an association's own number for a person (N1).
///
/// @param text 1 to 20 characters
public record AssociationNumber(String text) implements OpaqueIdentifier {

    /// The longest there can be; fixed by the project.
    public static final int LONGEST = 20;

    /// @throws IllegalArgumentException if the text is empty, too long, or not visible ASCII; the message
    ///         does not tell it
    public AssociationNumber {
        VisibleAscii.require(text, LONGEST);
    }

    /// The text alone.
    @Override
    public String toString() {
        return text;
    }
}
