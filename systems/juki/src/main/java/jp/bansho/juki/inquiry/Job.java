package jp.bansho.juki.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One parcel of inquiries on its way through this machine; holds nobody's data.
///
/// @param parcel     number of the parcel it came in
/// @param askedFor   the approval under which the pension side asks, as the parcel says
/// @param keyVersion of the transit-seal key its rows are sealed with
/// @param hits       inquiries that found exactly one resident
/// @param rows       rows of the answers
/// @param outParcel  number of the parcel it left in
/// @param outFolder  where a parcel was begun
/// @param outUseBy   the use-by day it was begun with
public record Job(
        long id,
        int association,
        String purpose,
        String parcel,
        String askedFor,
        int keyVersion,
        JobState state,
        long inquiries,
        int batches,
        long hits,
        long rows,
        @Nullable String outParcel,
        @Nullable String outFolder,
        @Nullable LocalDate outUseBy) {

    /// The name of the job's key.
    public jp.bansho.seal.KeyName key() {
        return new jp.bansho.seal.KeyName(jp.bansho.seal.KeyPurpose.TRANSIT_SEAL, association, keyVersion);
    }
}
