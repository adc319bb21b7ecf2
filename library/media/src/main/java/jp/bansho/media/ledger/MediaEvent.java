package jp.bansho.media.ledger;

import java.time.LocalDate;
import java.util.List;
import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// All that the record of use can say about media (L4); refusals too. Media stand in it as
/// `owner/number`.
public sealed interface MediaEvent extends AuditEvent {

    /// An own medium is in the ledger now.
    record MediumEntered(String medium, String kind) implements MediaEvent {}

    /// A medium went somewhere: vault, back to its owner, back to us, found again.
    ///
    /// @param step        `vault-in`, `vault-out`, `return`, `take-back`, `find`
    /// @param parcel      on it; null if none
    /// @param counterpart who took or gave it; null within the house
    record MediumMoved(
            String step,
            String medium,
            @Nullable String parcel,
            String before,
            String after,
            @Nullable String witness,
            @Nullable String counterpart,
            @Nullable String reference)
            implements MediaEvent {}

    /// A medium is not where it should be: an incident may have to be opened.
    ///
    /// @param stockTaking in which it was missed; null if outside of one
    record MediumMissing(
            String medium,
            @Nullable String parcel,
            String before,
            @Nullable Long stockTaking) implements MediaEvent {}

    /// An approved parcel is about to be written.
    ///
    /// @param again the same parcel as before, because the writing broke off
    record ParcelBegun(
            String parcel,
            String medium,
            String content,
            String to,
            LocalDate useBy,
            long application,
            String payloadHash,
            String applicant,
            String approver,
            boolean again,
            String witness)
            implements MediaEvent {}

    /// A parcel is on its medium.
    record ParcelWritten(
            String parcel, String medium, String manifestHash, long items, long rows, long bytes, String witness)
            implements MediaEvent {}

    /// A parcel that was begun is not written after all; its approval is used up.
    record ParcelAbandoned(String parcel, String medium, String why) implements MediaEvent {}

    /// A parcel left.
    record ParcelHandedOver(String parcel, String medium, String to, String takenBy, String witness)
            implements MediaEvent {}

    /// The recipient's receipt came.
    record ParcelReceipted(String parcel, String medium, String receipt) implements MediaEvent {}

    /// A parcel came, and is not opened.
    record ParcelRegistered(
            String parcel,
            String medium,
            String content,
            String from,
            String manifestHash,
            long items,
            long rows,
            LocalDate useBy,
            String receipt,
            String broughtBy,
            String witness)
            implements MediaEvent {}

    /// A registered parcel is opened, by that job.
    record ParcelOpened(
            String parcel, String medium, @Nullable Long job) implements MediaEvent {}

    /// The job that read it is confirmed: its contents are due to be wiped.
    record ParcelConfirmed(
            String parcel, String medium, @Nullable Long job) implements MediaEvent {}

    /// The contents are gone from the medium.
    ///
    /// @param files how many were there to be wiped
    record ParcelWiped(String parcel, String medium, int files, String witness) implements MediaEvent {}

    /// A parcel is not taken in.
    ///
    /// @param reason word of the reader's reason, such as `segment-tampered`
    /// @param parcel number; null where its manifest cannot be believed
    /// @param medium as in the ledger, or what stands on it where it never came into the ledger
    record ParcelTurnedAway(String reason, @Nullable String parcel, String medium) implements MediaEvent {}

    /// A medium was erased or destroyed.
    ///
    /// @param step        `erase`, `destroy`
    /// @param certificate number of the certificate
    /// @param textHash    SHA-256 of the certificate
    record MediumDisposed(
            String step,
            String medium,
            List<String> parcels,
            String method,
            String certificate,
            String textHash,
            String witness)
            implements MediaEvent {}

    /// The recipient destroyed our medium and sent the certificate.
    record DisposalCertified(String medium, @Nullable String parcel, String issuer, String certificate)
            implements MediaEvent {}

    /// A stock-taking began.
    record StockTakingOpened(long stockTaking, long media, LocalDate deadline) implements MediaEvent {}

    /// A medium was there.
    record MediumCounted(long stockTaking, String medium) implements MediaEvent {}

    /// A stock-taking ended.
    record StockTakingClosed(long stockTaking, long counted, List<String> missing, boolean late, String witness)
            implements MediaEvent {}

    /// Somebody looked at what is due and overdue.
    ///
    /// @param overdue how many duties are overdue
    record DutiesListed(int overdue, int dueSoon) implements MediaEvent {}

    /// Media are missing or overdue, and this machine has no desk for incidents: it has to be reported.
    ///
    /// @param lost what is missing or overdue
    /// @param to   whom, a word
    record MediaReportDue(List<String> lost, String to) implements MediaEvent {}

    /// Something about media was refused.
    ///
    /// @param reason word of the refusal, such as `same-person`
    /// @param step   what was tried
    /// @param about  parcel, or medium; null where neither was known
    record MediaStepRefused(
            String reason, String step, @Nullable String about) implements MediaEvent {}
}
