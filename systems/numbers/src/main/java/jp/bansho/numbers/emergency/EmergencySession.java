package jp.bansho.numbers.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An emergency session as it stands.
///
/// @param application the approval it used up
/// @param account     who opened it
/// @param writes      whether repairs were approved
/// @param consoleAt   null until its code was used
/// @param statements  how many were begun
public record EmergencySession(
        long id,
        long application,
        String account,
        boolean writes,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant consoleAt,
        int statements,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /// True while it lasts.
    public boolean open(Instant now) {
        return endedAt == null && now.isBefore(endsAt);
    }
}
