package jp.bansho.identifiers;

/// An identifier whose inner structure belongs to the association that gave it out (N1): visible ASCII
/// text, no check digit.
///
/// Text from outside becomes one only through an [IdentifierPattern]. The constructors hold the type's own
/// bounds (length, characters) and serve what was checked before it was stored, even if the configured
/// pattern has changed since.
public sealed interface OpaqueIdentifier permits UserNumber, CertificateNumber, PayrollNumber, AssociationNumber {

    /// The identifier as it was given out; never empty, and free of commas, quotation marks, blanks and
    /// control characters.
    String text();
}
