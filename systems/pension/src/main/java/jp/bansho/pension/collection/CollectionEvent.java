package jp.bansho.pension.collection;

import jp.bansho.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// What the record says about the special collection: counts, places and digests, nobody's
/// name.
sealed interface CollectionEvent extends AuditEvent {

    /// A file of municipalities was taken in.
    record NoticesTakenIn(long file, String digest, int municipalities, long records, long matched)
            implements CollectionEvent {}

    /// A file was refused as a whole.
    record NoticesRefused(String reason, long problems, long firstLine, int firstColumn) implements CollectionEvent {}

    /// The answer to a file was written; `again` if it had been before, with the same bytes.
    record NoticesAnswered(long file, String digest, int municipalities, long records, long matched, boolean again)
            implements CollectionEvent {}

    /// No answer was written.
    record AnswerDenied(String reason) implements CollectionEvent {}

    /// Somebody looked at the counts.
    record NoticesListed(@Nullable Integer taxYear, int rows) implements CollectionEvent {}
}
