package jp.bansho.numbers.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reveals after which nothing was done that needed the number. A reveal is judged when its days are over.
final class FollowUpCheck {

    private static final Set<String> FOR_TAX_FILES = Set.of("withholding-slip", "payment-report");

    private FollowUpCheck() {}

    static Hits hits(Examined examined) {
        var within = Duration.ofDays(examined.thresholds().followUpDays());
        var work = work(examined);
        var hits = new Hits();
        examined.touches()
                .filter(trace -> trace.event().equals(Events.REVEALED))
                .filter(trace -> !examined.thresholds().exempt().contains(trace.purposeWord()))
                .filter(trace -> trace.at().plus(within).isBefore(examined.now()))
                .filter(trace -> !followed(examined, work, trace, trace.at().plus(within)))
                .forEach(hits::add);
        return hits;
    }

    private static Map<Long, List<Instant>> work(Examined examined) {
        var work = new HashMap<Long, List<Instant>>();
        examined.traces().stream()
                .filter(trace -> Events.work(trace.event()))
                .forEach(trace -> work.computeIfAbsent(
                                trace.subject() == null ? 0 : trace.subject(), _ -> new ArrayList<>())
                        .add(trace.at()));
        return work;
    }

    private static boolean followed(Examined examined, Map<Long, List<Instant>> work, Trace reveal, Instant end) {
        var subject = reveal.subject() == null ? 0 : reveal.subject();
        return any(work.getOrDefault(subject, List.of()), reveal.at(), end)
                || any(examined.background().registered().getOrDefault(subject, List.of()), reveal.at(), end)
                || (FOR_TAX_FILES.contains(reveal.purposeWord())
                        && any(examined.background().taxFiles(), reveal.at(), end));
    }

    private static boolean any(List<Instant> moments, Instant from, Instant until) {
        return moments.stream().anyMatch(at -> !at.isBefore(from) && !at.isAfter(until));
    }
}
