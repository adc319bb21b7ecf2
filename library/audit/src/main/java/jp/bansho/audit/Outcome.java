package jp.bansho.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an [Act] leads to: a value for the caller, and at least one entry for the record.
public record Outcome<T extends @Nullable Object>(T value, List<Entry> entries) {

    public Outcome {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("an act without an entry leaves no record");
        }
    }
}
