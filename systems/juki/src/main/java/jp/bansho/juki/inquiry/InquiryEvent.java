package jp.bansho.juki.inquiry;

import jp.bansho.audit.AuditEvent;

/// All that the record of use can say about inquiries (L4).
public sealed interface InquiryEvent extends AuditEvent {

    /// A parcel was read to its end and stands here, sealed under a key of its own.
    record InquiriesTakenIn(String parcel, String manifest, long inquiries, int batches, String witness)
            implements InquiryEvent {}

    /// A parcel was not taken in; the reason is the parcel format's word, or `rows` with the first fault.
    record InquiriesRefused(String reason, String witness) implements InquiryEvent {}

    /// A batch is about to go over the line: whose data is asked for is asked for, whatever comes back.
    record BatchAsked(int batch, int lines) implements InquiryEvent {}

    /// J-LIS answered a batch.
    record BatchAnswered(int batch, int rows, int hits) implements InquiryEvent {}

    /// All batches are answered.
    record InquiriesAnswered(long inquiries, long rows, long hits) implements InquiryEvent {}

    /// A batch was not answered, and may be asked again.
    record BatchFailed(int batch, String reason) implements InquiryEvent {}
}
