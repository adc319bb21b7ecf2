package jp.bansho.numbers.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import jp.bansho.numbers.staff.Purpose;
import org.jspecify.annotations.Nullable;

/// A job as it stands in the database.
///
/// @param fingerprint hexadecimal HMAC-SHA-256 of the source under the installation's fingerprint key
/// @param state       `running` (also: was stopped and can be resumed), `finished`, `refused`
public record Job(
        long id,
        JobKind kind,
        @Nullable Integer association,
        Purpose purpose,
        String actor,
        String role,
        Path source,
        @Nullable Path target,
        String options,
        String layout,
        long bytes,
        String fingerprint,
        String state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        double busySeconds) {

    byte[] fingerprintBytes() {
        return HexFormat.of().parseHex(fingerprint);
    }

    /// True once nothing is left to do.
    public boolean finished() {
        return state.equals("finished");
    }

    /// The source's name without its folder, for sheets.
    public String sourceName() {
        return String.valueOf(source.getFileName());
    }
}
