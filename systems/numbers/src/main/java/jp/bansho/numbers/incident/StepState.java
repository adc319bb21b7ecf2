package jp.bansho.numbers.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a step stands.
public enum StepState {
    /// Not settled, or taken up again.
    OPEN,
    /// Done.
    DONE,
    /// Not needed, for a reason that was written down.
    NOT_NEEDED;

    /// The word of the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The state of that word.
    public static Optional<StepState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
