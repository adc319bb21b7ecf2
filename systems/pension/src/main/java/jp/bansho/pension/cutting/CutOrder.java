package jp.bansho.pension.cutting;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.pension.outbox.Party;
import org.jspecify.annotations.Nullable;

/// What somebody applies for and somebody else approves.
///
/// @param party        who applies and makes the parcel, who approves, who stands beside
/// @param since        first day of the period asked about; null for the day of the inquiry
///     before
/// @param referenceDay day the inquiry refers to; there is one cut for an association, purpose
///     and day
/// @param useBy        last day on which the parcel may be taken in
/// @param medium       number of the medium that travels
/// @param outbox       an existing folder on it
public record CutOrder(
        Party party,
        int association,
        CutPurpose purpose,
        @Nullable LocalDate since,
        LocalDate referenceDay,
        LocalDate useBy,
        String medium,
        Path outbox) {}
