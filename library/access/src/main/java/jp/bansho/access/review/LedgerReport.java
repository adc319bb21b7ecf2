package jp.bansho.access.review;

import java.util.List;

/// What came of a ledger that was handed in.
///
/// @param people how many people the ledger holds
/// @param errors what cannot be read; if there is anything, nothing was taken over
public record LedgerReport(int people, List<LedgerError> errors) {

    /// One line that cannot be read.
    ///
    /// @param line number of the line, the head line being 1
    public record LedgerError(int line, String english, String japanese) {}

    /// Whether the ledger was taken over.
    public boolean accepted() {
        return errors.isEmpty();
    }
}
