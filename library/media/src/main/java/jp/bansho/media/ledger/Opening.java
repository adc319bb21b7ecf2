package jp.bansho.media.ledger;

import jp.bansho.media.InspectedParcel;
import jp.bansho.media.OpenedParcel;
import jp.bansho.media.Opener;

/// A registered parcel whose opening is noted; to be used after that is committed.
public final class Opening {

    private final InspectedParcel parcel;

    Opening(InspectedParcel parcel) {
        this.parcel = parcel;
    }

    /// Opens it.
    ///
    /// @throws jp.bansho.media.ParcelRefused if it is sealed for somebody else
    public OpenedParcel open(Opener opener) {
        return parcel.open(opener);
    }
}
