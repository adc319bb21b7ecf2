package jp.bansho.juki.release;

import jp.bansho.audit.AuditEvent;

/// What the record can say about approved hand-overs beside what approvals say themselves.
public sealed interface ReleaseEvent extends AuditEvent {

    /// Somebody asked for the answers of a job to leave on a medium.
    record ReleaseAppliedFor(long application, String medium, String parcel) implements ReleaseEvent {}

    /// The second person signed the approval with a passkey.
    record ApprovalSigned(long application, String evidence) implements ReleaseEvent {}
}
