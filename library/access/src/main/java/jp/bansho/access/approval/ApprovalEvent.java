package jp.bansho.access.approval;

import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// All that the record can say about approvals; refusals too. The payload stands in it as its SHA-256 only.
public sealed interface ApprovalEvent extends AuditEvent {

    /// Somebody applied.
    record ApplicationMade(long application, String kind, String payloadHash, String caseReference)
            implements ApprovalEvent {}

    /// Somebody else decided.
    record ApplicationDecided(long application, String kind, String payloadHash, String applicant, Decision decision)
            implements ApprovalEvent {}

    /// What was approved is done in the transaction of this record; it cannot be done again.
    record ApplicationExecuted(long application, String kind, String payloadHash) implements ApprovalEvent {}

    /// The applicant took it back.
    record ApplicationWithdrawn(long application, String kind) implements ApprovalEvent {}

    /// Something about approvals was refused.
    ///
    /// @param reason      the word of the refusal, such as `own-application`
    /// @param step        `apply`, `decide`, `withdraw`, `execute`
    /// @param application null for a refused application
    /// @param kind        null where the application was not found
    /// @param payloadHash of what was to be applied for or executed; null otherwise
    record ApprovalRefused(
            String reason,
            String step,
            @Nullable Long application,
            @Nullable String kind,
            @Nullable String payloadHash) implements ApprovalEvent {}
}
