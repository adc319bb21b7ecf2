package jp.bansho.numbers.intake;

import java.time.Instant;
import jp.bansho.numbers.job.Job;
import org.jspecify.annotations.Nullable;

/// A file that came through a terminal, and how far it got.
///
/// @param receivedBy  login name of whoever sent it
/// @param confirmedBy login name of whoever confirmed the result; null as long as nobody did
/// @param deletedAt   when the source was removed
public record Upload(
        Job job,
        String receivedBy,
        Instant receivedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant deletedAt) {

    /// True if the job is done and nobody has confirmed what came of it.
    public boolean waits() {
        return job.finished() && confirmedBy == null;
    }
}
