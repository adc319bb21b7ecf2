package jp.bansho.numbers.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Searches and reveals of each user and day against a fixed limit, and against the user's own median.
final class VolumeCheck {

    private VolumeCheck() {}

    static Hits hits(Examined examined) {
        var hits = new Hits();
        var limits = examined.thresholds();
        check(examined, trace -> Events.search(trace.event()), limits.mostSearches(), hits);
        check(examined, trace -> trace.event().equals(Events.REVEALED), limits.mostReveals(), hits);
        return hits;
    }

    private static void check(Examined examined, Predicate<Trace> counted, int most, Hits hits) {
        var byUser = new HashMap<String, TreeMap<LocalDate, List<Trace>>>();
        examined.traces().stream()
                .filter(counted)
                .forEach(trace -> byUser.computeIfAbsent(trace.actor(), _ -> new TreeMap<>())
                        .computeIfAbsent(trace.day(), _ -> new ArrayList<>())
                        .add(trace));
        for (var days : byUser.values()) {
            days.tailMap(examined.firstDay()).forEach((day, traces) -> {
                if (traces.size() > most || unusual(days, day, traces.size(), examined.thresholds())) {
                    traces.forEach(hits::addForDay);
                }
            });
        }
    }

    private static boolean unusual(
            NavigableMap<LocalDate, List<Trace>> days, LocalDate day, int count, Thresholds thresholds) {
        var before = days.subMap(day.minusDays(Thresholds.MEDIAN_DAYS), day).values().stream()
                .map(List::size)
                .sorted()
                .toList();
        return count >= thresholds.leastActs()
                && before.size() >= thresholds.leastDays()
                && count > (long) thresholds.timesMedian() * before.get(before.size() / 2);
    }
}
