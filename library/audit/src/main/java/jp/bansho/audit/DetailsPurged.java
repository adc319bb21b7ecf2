package jp.bansho.audit;

import java.time.Instant;

/// Details of old records were purged (L6); the stamp's association says whose. Written before the purge, in the same
/// transaction: the database purges exactly what this says, and the verifier accepts no other missing details.
///
/// @param application number of the approved application
/// @param before      only records from before this moment
/// @param count       how many records lost their details
/// @param first       first position of the range
/// @param last        last position of the range
public record DetailsPurged(long application, Instant before, long count, long first, long last) implements AuditEvent {

    static final String EVENT = "details-purged";

    @Override
    public String event() {
        return EVENT;
    }
}
