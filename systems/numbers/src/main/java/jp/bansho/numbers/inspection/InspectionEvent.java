package jp.bansho.numbers.inspection;

import java.time.LocalDate;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about reading and checking the record itself (L2, L5); refusals too.
public sealed interface InspectionEvent extends AuditEvent {

    /// The record was searched; the stamp names the person sought, if one was. Empty conditions were not set.
    ///
    /// @param what  name of the event
    /// @param row   row of the table of purposes
    /// @param found how many records there are, counted up to a limit
    record LogSearched(
            LocalDate from,
            LocalDate until,
            String account,
            String what,
            String row,
            boolean refusedOnly,
            int page,
            int found)
            implements InspectionEvent {}

    /// Somebody gave a user number to search the record by; the stamp names who has it.
    record LogPersonSought(boolean found) implements InspectionEvent {}

    /// One record was shown in full.
    record RecordShown(long seq) implements InspectionEvent {}

    /// The rules were held against the record.
    ///
    /// @param records how many records were looked at
    /// @param hits    how many findings the rules yielded
    /// @param added   how many of them were new, or had grown
    record LogChecked(LocalDate firstDay, LocalDate lastDay, long records, int hits, int added)
            implements InspectionEvent {}

    /// Findings were listed.
    record LogFindingsShown(int findings) implements InspectionEvent {}

    /// One finding was shown with its records.
    record LogFindingShown(long finding) implements InspectionEvent {}

    /// A finding was worked off; the note stays with the finding.
    record FindingWorkedOff(long finding, String rule, FindingState state) implements InspectionEvent {}

    /// A finding was not worked off.
    record WorkingOffRefused(long finding, String reason) implements InspectionEvent {}

    /// The stamped person was marked as one nobody has business with.
    record HoneytokenMarked() implements InspectionEvent {}

    /// The mark was taken off the stamped person.
    record HoneytokenLifted() implements InspectionEvent {}

    /// The planted people were listed.
    record HoneytokensShown(int people) implements InspectionEvent {}
}
