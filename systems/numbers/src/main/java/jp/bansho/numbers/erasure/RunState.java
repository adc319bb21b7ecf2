package jp.bansho.numbers.erasure;

import java.util.Arrays;
import java.util.Locale;

/// How far an erasure run has got.
public enum RunState {
    /// The list is frozen; nobody applied yet.
    PREPARED,
    /// Somebody applied; it waits for the approval, or for its start.
    APPLIED,
    /// Given up before anything was touched.
    DROPPED,
    /// The transaction is committed; the keys that still open old copies are yet to be destroyed.
    ERASED,
    /// The keys are gone; the certificate is yet to be written.
    DESTROYED,
    /// The certificate is written and on record.
    CERTIFIED;

    /// The word of the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// True while the machine itself has to go on.
    public boolean unfinished() {
        return this == ERASED || this == DESTROYED;
    }

    static RunState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of a run has that word"));
    }
}
