package jp.bansho.juki.results;

import jp.bansho.audit.AuditEvent;

/// All that the record of use can say about what leaves this machine and about its end here.
public sealed interface DeliveryEvent extends AuditEvent {

    /// The parcel for the number machine stands, and the rows it was made of are deleted.
    record ResultsDelivered(String parcel, String manifest, String to, long rows, long hits, String witness)
            implements DeliveryEvent {}

    /// Nothing was handed out.
    record DeliveryRefused(String reason, String witness) implements DeliveryEvent {}

    /// The key of all that was held for the job is destroyed, and the key-encryption key that wrapped it.
    record HoldingsWiped(String key, String keyBefore, String keyAfter) implements DeliveryEvent {}

    /// Keys of attempts that never became a job are destroyed.
    record LeftKeysDestroyed(int keys) implements DeliveryEvent {}
}
