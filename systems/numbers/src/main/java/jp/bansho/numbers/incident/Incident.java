package jp.bansho.numbers.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An incident as it stands.
///
/// @param organisation whose it is; see [jp.bansho.access.Organisation]
/// @param wholeMachine true if it concerns the machine as a whole; the federation keeps it, the operator's manager
/// reads it
/// @param account      login ID it is about; null if it is about nobody in particular
/// @param place        where it happened, as somebody wrote it
/// @param knownAt      starts the clock
/// @param openedBy     login ID, or `machine`
/// @param duty         whether the Commission must be told
/// @param events       the events 1..4 of the rules that apply
/// @param preliminaryOn day of the preliminary report 速報
/// @param finalOn      day of the final report 確報
/// @param application  the last application for its closing
public record Incident(
        long id,
        int organisation,
        boolean wholeMachine,
        IncidentKind kind,
        @Nullable String account,
        String place,
        String summary,
        Instant knownAt,
        Instant openedAt,
        String openedBy,
        boolean open,
        Duty duty,
        List<Integer> events,
        @Nullable LocalDate preliminaryOn,
        @Nullable LocalDate finalOn,
        @Nullable Long application) {

    /// True if a wrongful purpose is among the events.
    public boolean wrongful() {
        return events.contains(Duty.WRONGFUL);
    }
}
