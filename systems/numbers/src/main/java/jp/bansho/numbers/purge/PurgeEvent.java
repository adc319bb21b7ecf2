package jp.bansho.numbers.purge;

import java.time.Instant;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about periods and purges beside each batch, which is `details-purged` (L6).
public sealed interface PurgeEvent extends AuditEvent {

    /// A period was set.
    record RecordPeriodSet(int years) implements PurgeEvent {}

    /// A purge was ordered and waits for approval.
    record RecordPurgeOrdered(long application, Instant before, long records) implements PurgeEvent {}

    /// An approved purge began.
    record RecordPurgeStarted(long application, Instant before) implements PurgeEvent {}

    /// A purge that broke off goes on.
    record RecordPurgeResumed(long application, long purged) implements PurgeEvent {}

    /// A purge is done.
    record RecordPurgeFinished(long application, long purged) implements PurgeEvent {}

    /// Something about a purge was refused.
    record RecordPurgeRefused(String act, String reason) implements PurgeEvent {}
}
