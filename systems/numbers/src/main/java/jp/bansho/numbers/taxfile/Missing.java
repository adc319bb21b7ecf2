package jp.bansho.numbers.taxfile;

/// A field that stayed empty.
///
/// @param field       field of the report: 53, 57, 61, 65, and of a municipal report 72 and 73
/// @param userNumber  the key that led to no number; empty if there is none, or if what stands
///     there is not a user number
/// @param reason      `unknown` (no such person, or no number in force), `ambiguous` (two
///     associations use the key), `no-key` (the slip names a person without a key), or
///     `not-a-user-number` (of any association)
/// @param association as the slip says; 0 if it does not
/// @param person      `recipient`, `spouse` or `dependant`
public record Missing(long line, int field, String userNumber, String reason, int association, String person) {

    /// Of a file that does not say the association.
    public Missing(long line, int field, String userNumber, String reason) {
        this(line, field, userNumber, reason, 0, "");
    }

    Missing after(long lines) {
        return new Missing(line + lines, field, userNumber, reason, association, person);
    }
}
