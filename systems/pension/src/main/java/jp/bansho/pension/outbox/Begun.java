package jp.bansho.pension.outbox;

import java.util.List;
import jp.bansho.audit.Entry;
import jp.bansho.media.Label;

/// A parcel that may be made now.
///
/// @param label   what stands on it, with its number
/// @param entries what must be on record in the same transaction
public record Begun(Label label, List<Entry> entries) {

    /// Keeps the list.
    public Begun {
        entries = List.copyOf(entries);
    }
}
