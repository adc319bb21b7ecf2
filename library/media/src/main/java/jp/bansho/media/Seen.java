package jp.bansho.media;

/// Knows which parcels were taken in to the end. The receiver's ledger answers this; a parcel whose
/// taking-in broke off may come again.
@FunctionalInterface
public interface Seen {

    /// True if a parcel with that number was taken in before.
    boolean before(ParcelNumber number);
}
