package jp.bansho.numbers.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a finding of the log check is worked off.
public enum FindingState {
    /// Waits for an auditor.
    OPEN,
    /// There was a reason, and the note says which.
    EXPLAINED,
    /// To be pursued as an incident.
    INCIDENT;

    /// The word of the database and the screens.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state of that word.
    public static Optional<FindingState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
