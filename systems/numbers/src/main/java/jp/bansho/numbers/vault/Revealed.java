package jp.bansho.numbers.vault;

import java.time.Instant;
import jp.bansho.individual.IndividualNumber;

/// The answer to a request to see a number.
public sealed interface Revealed {

    /// The number; it is on record that the actor saw it.
    ///
    /// @param until when the screen must have taken it away again
    record Shown(IndividualNumber number, Instant until) implements Revealed {}

    /// The scope has no such person, or the person has no number in force; the question is on record.
    record Nothing() implements Revealed {}

    /// The sealed value does not open where it lies: somebody altered the database. The attempt is on record.
    record Broken() implements Revealed {}

    /// It may not be shown. The attempt is on record. Reason `purpose`: no row of the table allows it; `evidence`: the
    /// row demands a fresh passkey assertion; `case`: no case was named.
    record Refused(String reason, String english, String japanese) implements Revealed {}
}
