package jp.bansho.access.review;

import java.time.LocalDate;
import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// All that the record can say about reviews; refusals too. Login IDs, never names.
public sealed interface ReviewEvent extends AuditEvent {

    /// The nightly batch opened a review (A6).
    ///
    /// @param pointed how many user IDs are pointed out
    record ReviewOpened(long review, ReviewKind kind, String period, LocalDate deadline, int lines, int pointed)
            implements ReviewEvent {}

    /// A reviewer decided about one user ID; again, if it was decided before.
    ///
    /// @param preparation the revocation prepared by it; null if none
    record LineDecided(
            long review,
            String account,
            LineDecision decision,
            @Nullable Long preparation) implements ReviewEvent {}

    /// A review was closed with a signed result.
    record ReviewClosed(
            long review, ReviewKind kind, String period, String resultHash, int kept, int revoked, int corrected)
            implements ReviewEvent {}

    /// The ledger 利用者台帳 of the organisation was replaced as a whole.
    record LedgerReplaced(int people) implements ReviewEvent {}

    /// A ledger was not taken over because of lines that cannot be read.
    record LedgerRefused(int errors) implements ReviewEvent {}

    /// Something about reviews was refused.
    ///
    /// @param reason  the word of the refusal, such as `own-line`
    /// @param step    `decide`, `close`, `ledger`
    /// @param review  null for the ledger
    /// @param account the user ID of the line; null for a review as a whole
    record ReviewRefused(
            String reason,
            String step,
            @Nullable Long review,
            @Nullable String account) implements ReviewEvent {}
}
