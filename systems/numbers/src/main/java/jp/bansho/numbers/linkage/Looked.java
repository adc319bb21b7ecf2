package jp.bansho.numbers.linkage;

import java.util.List;

/// The answer to a search by an identifier.
public sealed interface Looked {

    /// The search was made.
    ///
    /// @param people   whom the purpose allows to see, at most 100
    /// @param withheld how many more have the identifier and are of a kind that the purpose does not concern
    record Found(List<Person> people, int withheld) implements Looked {}

    /// The table of purposes does not allow the search. The attempt is on record.
    record Refused(String english, String japanese) implements Looked {}
}
