package jp.bansho.numbers.registry.web;

import java.util.List;
import jp.bansho.numbers.registry.PersonPage;

/// What the sheet of a person shows besides the person.
///
/// @param uses    what was done with the person's record, newest first
record PersonFacts(
        String organisation,
        String kind,
        String basicPensionNumber,
        PersonPage.Shown page,
        List<NumberLine> numbers,
        List<WorkLine> work,
        List<UseLine> uses) {

    /// A number of the history, without the number.
    ///
    /// @param state a chip's
    record NumberLine(
            int generation, String state, String stateText, String source, String at, String actor, long job) {}

    /// Something that waits about the person.
    record WorkLine(long id, String reason, String openedAt) {}

    /// Something that was done with the person's record.
    record UseLine(String at, String actor, String role, String purpose, String caseReference, String event) {}
}
