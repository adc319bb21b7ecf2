package jp.bansho.media.ledger;

import java.util.List;
import jp.bansho.audit.Entry;

/// What came of something that was asked of the ledger. Refused or not, the entries go into the
/// record of use in the same transaction (L4); a refusal is therefore a value here, for an
/// exception would take its own record back.
public sealed interface MediaAnswer<T> {

    /// What must be on record before anybody gets the value or the refusal.
    List<Entry> entries();

    /// It was done.
    record Done<T>(T done, List<Entry> entries) implements MediaAnswer<T> {}

    /// It was refused, and nothing was done.
    record Refused<T>(MediaRefused refusal, List<Entry> entries) implements MediaAnswer<T> {}

    /// The value; to be called after the record is committed.
    ///
    /// @throws MediaRefused if it was refused
    default T value() {
        return switch (this) {
            case Done<T>(var done, var _) -> done;
            case Refused<T>(var refusal, var _) -> throw refusal;
        };
    }
}
