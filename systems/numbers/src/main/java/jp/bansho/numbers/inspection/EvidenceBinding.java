package jp.bansho.numbers.inspection;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.bansho.numbers.staff.PurposeRow;
import jp.bansho.numbers.staff.PurposeTable;
import org.jspecify.annotations.Nullable;

/// Whether a genuine signature was made for exactly the record it stands under: the same act by the same account on
/// the same person, for the same row and case, at that time. Screen and command ask the same question here (L1, L7).
public final class EvidenceBinding {

    /// What is signed is done at once; a signature of another time is another act's.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// The acts whose records keep evidence, by event, and the word that is signed for each.
    private static final Map<String, String> OPERATIONS = Map.of(Events.REVEALED, "reveal-number");

    private EvidenceBinding() {}

    /// A record, as far as evidence is bound to it.
    ///
    /// @param purpose row and word, `P-05:pension-consultation`; empty if there was none
    public record Bound(
            String event,
            String actor,
            @Nullable Integer association,
            @Nullable Long subject,
            String purpose,
            String caseReference,
            Instant at) {}

    /// In what the signed operation differs from the record.
    ///
    /// @param signed the lines of the operation, key and value
    /// @return a word such as `other-case`; empty if it is the operation of this record
    public static Optional<String> misfit(Map<String, String> signed, Bound record) {
        if (!signed.getOrDefault("operation", "").equals(OPERATIONS.get(record.event()))) {
            return Optional.of("other-operation");
        }
        if (!signed.getOrDefault("account", "").equals(record.actor())) {
            return Optional.of("other-actor");
        }
        if (!signed.getOrDefault("association", "").equals(String.valueOf(record.association()))) {
            return Optional.of("other-association");
        }
        if (!signed.getOrDefault("subject", "").equals(String.valueOf(record.subject()))) {
            return Optional.of("other-subject");
        }
        // a form may name the row or its purpose; the record names both
        if (!List.of(record.purpose().split(":", 2)).contains(signed.getOrDefault("row", "-"))) {
            return Optional.of("other-purpose");
        }
        if (!signed.getOrDefault("case", "").equals(record.caseReference())) {
            return Optional.of("other-case");
        }
        return near(signed.getOrDefault("time", ""), record.at()) ? Optional.empty() : Optional.of("other-time");
    }

    /// Whether a record without evidence should hold some: its row of the table of purposes demands it.
    public static boolean missing(PurposeTable table, String event, String purpose) {
        var row = purpose.split(":", 2)[0];
        return OPERATIONS.containsKey(event)
                && table.rows().stream()
                        .filter(PurposeRow::sensitive)
                        .anyMatch(known -> known.id().equals(row));
    }

    private static boolean near(String time, Instant at) {
        try {
            return Duration.between(Instant.parse(time), at).abs().compareTo(LONGEST) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
