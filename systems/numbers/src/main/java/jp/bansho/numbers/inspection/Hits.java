package jp.bansho.numbers.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one rule points at: records by who, when and about whom.
final class Hits {

    private final Map<Key, List<Long>> records = new LinkedHashMap<>();

    /// Who did it, on which day, and with whom; null where a finding is about nobody in particular.
    record Key(String account, LocalDate day, @Nullable Long subject) {}

    /// Adds a record to the finding about that account, day and person.
    void add(Trace trace) {
        add(new Key(trace.actor(), trace.day(), trace.subject()), trace);
    }

    /// Adds a record to the finding about that account and day.
    void addForDay(Trace trace) {
        add(new Key(trace.actor(), trace.day(), null), trace);
    }

    /// Adds a record to the finding about that account and another day, on which the matter was completed.
    void addForDay(Trace trace, LocalDate day) {
        add(new Key(trace.actor(), day, null), trace);
    }

    private void add(Key key, Trace trace) {
        records.computeIfAbsent(key, _ -> new ArrayList<>()).add(trace.seq());
    }

    /// Positions in the chain by finding.
    Map<Key, List<Long>> records() {
        return records;
    }
}
