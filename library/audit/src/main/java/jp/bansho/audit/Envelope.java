package jp.bansho.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// All of a record that stays for ever in the clear; the columns of `audit.record` before `details`.
///
/// @param micros microseconds since 1970-01-01T00:00Z
record Envelope(
        long seq,
        long micros,
        String system,
        String actor,
        String role,
        @Nullable Integer association,
        String event,
        @Nullable String purpose,
        @Nullable Long subject,
        @Nullable Long job) {

    static Envelope of(long seq, long micros, Stamp stamp, String event) {
        return new Envelope(
                seq,
                micros,
                stamp.system(),
                stamp.actor(),
                stamp.role(),
                stamp.association(),
                event,
                stamp.purpose(),
                stamp.subject(),
                stamp.job());
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
