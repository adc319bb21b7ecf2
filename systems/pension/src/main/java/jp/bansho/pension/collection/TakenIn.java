package jp.bansho.pension.collection;

import java.util.EnumMap;
import java.util.Map;

/// A file that was taken in.
///
/// @param file           its number, 7 of `F-7`
/// @param municipalities how many ask
/// @param records        data records
/// @param outcomes       how many of them ended how
public record TakenIn(long file, int municipalities, long records, Map<Outcome, Long> outcomes) {

    /// Keeps the counts.
    public TakenIn {
        outcomes = Map.copyOf(outcomes);
    }

    /// How many are collected.
    public long matched() {
        return outcomes.getOrDefault(Outcome.MATCHED, 0L);
    }

    /// The counts in the order of the outcomes.
    public Map<Outcome, Long> ordered() {
        return new EnumMap<>(outcomes);
    }
}
