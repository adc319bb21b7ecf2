package jp.bansho.numbers.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an incident began with.
public enum IncidentKind {
    /// The record of use does not verify.
    CHAIN_BREAK,
    /// The number of a planted person was revealed.
    HONEYTOKEN_REVEAL,
    /// Far more numbers were revealed than allowed for, or than usual.
    MASS_REVEAL,
    /// Another finding of the log check that an auditor decided to pursue.
    FINDING,
    /// A medium or a paper cannot be found.
    MISSING_MEDIUM,
    /// Somebody noticed something else.
    NOTICED;

    /// The word of the database, the record and the messages.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// True if a person may open one.
    public boolean byHand() {
        return this == MISSING_MEDIUM || this == NOTICED;
    }

    /// The kind of that word.
    public static Optional<IncidentKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
