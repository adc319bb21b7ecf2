package jp.bansho.numbers.cycle;

import java.time.Instant;
import jp.bansho.numbers.intake.Duty;
import org.jspecify.annotations.Nullable;

/// A round of a duty as it was last counted.
///
/// @param countedAt when; null if never
/// @param closedAt  null while it is open
public record Cycle(
        long id,
        int association,
        Duty duty,
        Instant openedAt,
        String openedBy,
        @Nullable Instant countedAt,
        Counts counts,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedBecause) {

    /// The same round with other figures.
    Cycle counted(Counts now) {
        return new Cycle(id, association, duty, openedAt, openedBy, countedAt, now, closedAt, closedBy, closedBecause);
    }

    /// True until it is closed.
    public boolean open() {
        return closedAt == null;
    }
}
