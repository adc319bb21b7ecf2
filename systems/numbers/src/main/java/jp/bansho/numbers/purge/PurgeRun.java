package jp.bansho.numbers.purge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A purge that was ordered, and how far it is.
///
/// @param before   only records from before this moment
/// @param lastSeq  last position of the chain it looks at
/// @param expected how many records it was to purge when it was ordered
/// @param nextSeq  everything before this position is done
/// @param purged   how many records have lost their details
public record PurgeRun(
        long id,
        int organisation,
        long application,
        int years,
        Instant before,
        long lastSeq,
        long expected,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant startedAt,
        long nextSeq,
        long purged,
        @Nullable Instant finishedAt) {

    /// What the second person approves.
    String payload() {
        return "organisation: " + organisation + "\nperiod: " + years + " years\nbefore: " + before + "\nlast record: "
                + lastSeq + "\nrecords: " + expected;
    }

    /// True if it began and is not done.
    public boolean unfinished() {
        return startedAt != null && finishedAt == null;
    }
}
