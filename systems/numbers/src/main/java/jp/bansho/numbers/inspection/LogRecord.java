package jp.bansho.numbers.inspection;

import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One record of the record of use, as an auditor reads it.
///
/// @param seq        position in the chain
/// @param purpose    row and word of the purpose; empty where none was needed
/// @param subject    handle of the person concerned; null where it concerns nobody or many
/// @param userNumber that person's user number 利用番号; null if the scope knows none
/// @param details    what the event says, key and value; null when they were purged (L6)
/// @param hash       hash over this record and all before it, in hex
public record LogRecord(
        long seq,
        Instant at,
        String system,
        String actor,
        String role,
        @Nullable Integer association,
        String event,
        String purpose,
        @Nullable Long subject,
        @Nullable String userNumber,
        @Nullable Long job,
        @Nullable SequencedMap<String, String> details,
        String hash) {

    /// True if the event is a refusal.
    public boolean refused() {
        return Events.refused(event);
    }

    /// What the event says under that key; empty if it says nothing.
    public String detail(String key) {
        return details == null ? "" : details.getOrDefault(key, "");
    }
}
