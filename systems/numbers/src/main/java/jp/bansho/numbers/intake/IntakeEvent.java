package jp.bansho.numbers.intake;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// What the audit record says about looking at what intake left for people; the jobs themselves are on record as
/// [jp.bansho.numbers.job.JobEvent].
public sealed interface IntakeEvent extends AuditEvent {

    /// Rows of the stamped job that were not simply registered were shown, with their user numbers.
    record FindingsShown(int rows) implements IntakeEvent {}

    /// The work list was shown, with its user numbers.
    record WorkListShown(int items) implements IntakeEvent {}

    /// A work item was shown with the stamped person, whom it is about; one record for each of its people.
    record WorkItemShown(long item) implements IntakeEvent {}

    /// A dependants file was uploaded and its job, the stamped one, began (N5).
    record UploadTaken(long bytes) implements IntakeEvent {}

    /// An uploaded file was not taken, and removed; the line is 0 where the whole file is meant.
    record UploadRefused(String reason, long line) implements IntakeEvent {}

    /// The result of the stamped job was confirmed by a person; counts as `outcome=rows`.
    record UploadConfirmed(long lines, List<String> counts) implements IntakeEvent {}

    /// There was nothing to confirm about the stamped job: it is not done, or somebody has confirmed it.
    record ConfirmationRefused() implements IntakeEvent {}

    /// An uploaded file was removed: `confirmed`, or `left-over` when found without a job at the start.
    record SourceDeleted(String why) implements IntakeEvent {}

    /// A rule of the association accepted what the row of the stamped job said of the stamped
    /// person (N8).
    record AcceptedByRule(String what, String rule, long line) implements IntakeEvent {}

    /// What a file would lead to was counted before anything of it was registered; counts as
    /// `outcome=rows` (N9).
    record Rehearsed(String kind, long lines, List<String> counts) implements IntakeEvent {}

    /// A work item was decided by a person.
    record WorkDecided(long item, String reason, String decision) implements IntakeEvent {}

    /// A work item was not decided, and why.
    record DecisionRefused(long item, String reason) implements IntakeEvent {}
}
