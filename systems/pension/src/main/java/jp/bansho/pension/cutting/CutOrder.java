package jp.bansho.pension.cutting;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.pension.staff.Clerk;
import org.jspecify.annotations.Nullable;

/// What somebody applies for and somebody else approves.
///
/// @param applicant    who applies, and makes the parcel
/// @param approver     who approves
/// @param since        first day of the period asked about; null for the day of the inquiry
///     before
/// @param referenceDay day the inquiry refers to; there is one cut for an association, purpose
///     and day
/// @param useBy        last day on which the parcel may be taken in
/// @param outbox       an existing folder, on the medium that travels
public record CutOrder(
        Clerk applicant,
        Clerk approver,
        int association,
        CutPurpose purpose,
        @Nullable LocalDate since,
        LocalDate referenceDay,
        LocalDate useBy,
        Path outbox) {}
