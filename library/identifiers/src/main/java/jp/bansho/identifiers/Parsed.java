package jp.bansho.identifiers;

/// What became of a text that claimed to be a `T`: the value, or why it is none.
///
/// Neither side keeps the text that was read, so an outcome may be logged as it is.
///
/// @param <T> what was looked for
public sealed interface Parsed<T> {

    /// The text was a `T`.
    ///
    /// @param value the value read
    record Valid<T>(T value) implements Parsed<T> {}

    /// The text was no `T`.
    ///
    /// @param fault the first thing found wrong with it
    record Invalid<T>(IdentifierFault fault) implements Parsed<T> {}

    /// The value, for text that cannot be wrong unless the world is broken, such as what was checked before
    /// it was stored.
    ///
    /// @throws IllegalArgumentException with the fault's English message, never with the text
    default T orThrow() {
        return switch (this) {
            case Valid<T>(var value) -> value;
            case Invalid<T>(var fault) -> throw new IllegalArgumentException(fault.english());
        };
    }
}
