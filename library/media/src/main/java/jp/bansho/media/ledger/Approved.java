package jp.bansho.media.ledger;

import jp.bansho.media.Rules;

/// An application that somebody else approved, as the machine's approvals have it; the machine uses
/// it up there in the same transaction.
///
/// @param application number of the application
/// @param applicant   account that applied
/// @param approver    account that approved
/// @param payloadHash SHA-256 of what was applied for, 64 hexadecimal digits
public record Approved(long application, String applicant, String approver, String payloadHash) {

    /// Checks the handles.
    public Approved {
        Rules.handle("applicant", applicant);
        Rules.handle("approver", approver);
    }
}
