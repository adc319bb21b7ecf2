package jp.bansho.machine;

import org.jspecify.annotations.Nullable;

/// A medium that is not where it should be, or about which something is overdue.
///
/// @param medium by owner and number
/// @param parcel last on it; null if none
/// @param cause  a text that is the same whenever the same is found again, and another when it happens again
public record LostMedium(String medium, @Nullable String parcel, Kind kind, String cause) {

    /// What is wrong with it.
    public enum Kind {
        /// Reported missing 所在不明.
        MISSING,
        /// Something had to be done with it before today 期限超過.
        OVERDUE
    }
}
