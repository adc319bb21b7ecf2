package jp.bansho.media.ledger;

import org.jspecify.annotations.Nullable;

/// A medium and the parcel on it, kept for this transaction and found ready for a step.
///
/// @param parcel that is not settled; null if none is on it
record Standing(Medium medium, @Nullable NotedParcel parcel) {

    String mediumCalled() {
        return MediumTable.called(medium);
    }

    @Nullable
    String parcelCalled() {
        return parcel == null ? null : parcel.number().text();
    }

    @Nullable
    String purpose() {
        return parcel == null ? null : parcel.purpose();
    }
}
