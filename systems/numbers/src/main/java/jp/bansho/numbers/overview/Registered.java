package jp.bansho.numbers.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.vault.NumberCount;

/// The numbers in force, added up in both directions.
record Registered(List<NumberCount> counts) {

    Map<Kind, Long> kinds() {
        var kinds = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            kinds.put(kind, 0L);
        }
        counts.forEach(count -> kinds.merge(Kind.of(count.kind()), count.numbers(), Long::sum));
        return kinds;
    }

    SortedMap<Integer, Long> associations() {
        var associations = new TreeMap<Integer, Long>();
        counts.forEach(count -> associations.merge(count.association(), count.numbers(), Long::sum));
        return associations;
    }
}
