package jp.bansho.pension.cutting;

import java.time.LocalDate;
import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// What the record says about cuts.
sealed interface CuttingEvent extends AuditEvent {

    /// Somebody applied, somebody else approved: a parcel may be made.
    record CutApproved(
            String parcel,
            String approvedBy,
            LocalDate referenceDay,
            @Nullable LocalDate since,
            long recipients,
            long spouses,
            long byCode)
            implements CuttingEvent {}

    /// An approved cut whose parcel was not finished is taken up again.
    record CutResumed(String parcel, String approvedBy, long recipients, long spouses, long byCode)
            implements CuttingEvent {}

    /// The parcel is made.
    record InquiriesCut(String parcel, String manifestHash, long items, LocalDate useBy) implements CuttingEvent {}

    /// No parcel.
    record CutDenied(String reason, String approvedBy, LocalDate referenceDay) implements CuttingEvent {}
}
