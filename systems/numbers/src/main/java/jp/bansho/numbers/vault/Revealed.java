package jp.bansho.numbers.vault;

import jp.bansho.identifiers.IndividualNumber;

/// The answer to a request to see a number.
public sealed interface Revealed {

    /// The number; it is on record that the actor saw it.
    record Shown(IndividualNumber number) implements Revealed {}

    /// The scope has no such person, or the person has no number in force; the question is on record.
    record Nothing() implements Revealed {}

    /// The sealed value does not open where it lies: somebody altered the database. The attempt is on record.
    record Broken() implements Revealed {}
}
