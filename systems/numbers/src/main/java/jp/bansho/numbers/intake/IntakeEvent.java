package jp.bansho.numbers.intake;

import jp.bansho.audit.AuditEvent;

/// What the audit record says about looking at what intake left for people; the jobs themselves are on record as
/// [jp.bansho.numbers.job.JobEvent].
public sealed interface IntakeEvent extends AuditEvent {

    /// Rows of the stamped job that were not simply registered were shown, with their user numbers.
    record FindingsShown(int rows) implements IntakeEvent {}

    /// The work list was shown, with its user numbers.
    record WorkListShown(int items) implements IntakeEvent {}

    /// A work item was decided by a person.
    record WorkDecided(long item, String reason, String decision) implements IntakeEvent {}

    /// A work item was not decided, and why.
    record DecisionRefused(long item, String reason) implements IntakeEvent {}
}
