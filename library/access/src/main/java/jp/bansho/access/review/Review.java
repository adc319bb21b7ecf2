package jp.bansho.access.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One review of one organisation.
///
/// @param period    `2026-11` or `2026-Q4`
/// @param deadline  last day on which it is in time
/// @param lines     user IDs in it
/// @param undecided user IDs without a decision yet
/// @param pointed   user IDs with at least one [Pointer]
/// @param result    the canonical text that was signed; null while open
/// @param evidence  the signature of who closed it; null while open
public record Review(
        long id,
        int organisation,
        ReviewKind kind,
        String period,
        Instant openedAt,
        LocalDate deadline,
        int lines,
        int undecided,
        int pointed,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String result,
        @Nullable String evidence) {

    /// Whether decisions are still made.
    public boolean open() {
        return closedAt == null;
    }

    /// Whether it should have been closed before that day.
    public boolean overdue(LocalDate today) {
        return open() && deadline.isBefore(today);
    }

    /// Without texts: it may end up in a log.
    @Override
    public String toString() {
        return "Review[" + id + ", " + kind + ", " + period + "]";
    }
}
