package jp.bansho.pension.slips;

import java.time.LocalDate;
import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// What the record says about cuts of slips: counts and sums, nobody's name.
sealed interface SlipsEvent extends AuditEvent {

    /// Somebody applied, somebody else approved, and the records are frozen: a parcel may be made of them.
    record SlipsApproved(
            String file,
            int taxYear,
            @Nullable Long corrects,
            @Nullable Long replaces,
            boolean list,
            String parcel,
            String approvedBy,
            long records,
            long payment,
            long tax,
            long violations)
            implements SlipsEvent {}

    /// An approved cut whose parcel was not finished is taken up again.
    record SlipsResumed(String file, int taxYear, String parcel, String approvedBy) implements SlipsEvent {}

    /// The parcel is made.
    record SlipsCut(
            String file,
            int taxYear,
            String parcel,
            String manifestHash,
            long records,
            long payment,
            long tax,
            LocalDate useBy)
            implements SlipsEvent {}

    /// No parcel.
    record SlipsDenied(String file, int taxYear, String reason, String approvedBy) implements SlipsEvent {}
}
