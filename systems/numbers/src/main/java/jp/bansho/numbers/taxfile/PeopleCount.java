package jp.bansho.numbers.taxfile;

import java.util.ArrayList;
import java.util.List;

/// How many people of each kind and association have their number in the file, and how many have
/// not.
final class PeopleCount {

    /// The kinds, as the fills of the layouts name them.
    static final List<String> KINDS = List.of("recipient", "spouse", "dependant");

    /// The place of a kind; a dependant under 16 is a dependant.
    static int kind(String person) {
        return Math.max(0, KINDS.indexOf(person.startsWith("dependant") ? "dependant" : person));
    }

    private final long[] counts = new long[100 * KINDS.size() * 2];

    /// Counts one.
    ///
    /// @param association 0 if the slip does not say it
    /// @param kind        its place in [#KINDS]
    void add(int association, int kind, boolean present) {
        counts[(association * KINDS.size() + kind) * 2 + (present ? 0 : 1)]++;
    }

    void add(PeopleCount other) {
        for (var i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /// What was met, by association and kind.
    List<Present> all() {
        var all = new ArrayList<Present>();
        for (var i = 0; i < counts.length; i += 2) {
            if (counts[i] + counts[i + 1] > 0) {
                var kind = i / 2 % KINDS.size();
                all.add(new Present(i / 2 / KINDS.size(), KINDS.get(kind), counts[i], counts[i + 1]));
            }
        }
        return all;
    }
}
