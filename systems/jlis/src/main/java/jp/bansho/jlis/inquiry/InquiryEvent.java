package jp.bansho.jlis.inquiry;

import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about inquiries. Job and batch are the asker's words for it;
/// of the people asked for it says how many.
public sealed interface InquiryEvent extends AuditEvent {

    /// A batch was answered, and numbers were given out.
    record BatchAnswered(String job, int batch, int inquiries, int found, int noHit, int several, int inError, int rows)
            implements InquiryEvent {}

    /// The same was asked again and got the same answer.
    record BatchRepeated(String job, int batch, int rows) implements InquiryEvent {}

    /// A batch was not answered.
    ///
    /// @param problem the word the asker was given
    record BatchRefused(String job, int batch, String problem) implements InquiryEvent {}

    /// Kept answers were erased because their time was over.
    record AnswersErased(int answers, int afterDays) implements InquiryEvent {}

    /// The line was opened to those who are known.
    record LineOpened(String address, int port, int askers) implements InquiryEvent {}

    /// The line was closed.
    record LineClosed() implements InquiryEvent {}
}
