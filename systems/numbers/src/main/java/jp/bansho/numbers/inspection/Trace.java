package jp.bansho.numbers.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// A record as the rules see it.
///
/// @param role    the capacity in which somebody acted
/// @param account the login ID it is about, where the event is about one; empty otherwise
/// @param purpose row and word, `P-03:pension-payment`; empty if there was none
/// @param subject handle of the person concerned; null if it concerns nobody or many
record Trace(
        long seq,
        Instant at,
        String actor,
        String role,
        String event,
        String account,
        String purpose,
        @Nullable Long subject) {

    /// When it happened in Japan.
    ZonedDateTime inJapan() {
        return at.atZone(RecordTable.JAPAN);
    }

    LocalDate day() {
        return inJapan().toLocalDate();
    }

    /// The word of the purpose without its row.
    String purposeWord() {
        return purpose.substring(purpose.indexOf(':') + 1);
    }
}
