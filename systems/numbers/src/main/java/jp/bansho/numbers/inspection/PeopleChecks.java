package jp.bansho.numbers.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Whom somebody looked at: themselves, the family, colleagues, neighbours of one another, nobody's business.
final class PeopleChecks {

    private PeopleChecks() {}

    static Hits ownRecord(Examined examined) {
        return known(examined, (who, subject) -> keptAs(examined, subject).contains(who.person()));
    }

    static Hits colleague(Examined examined) {
        return known(
                examined,
                (who, subject) -> !keptAs(examined, subject).isEmpty()
                        && !keptAs(examined, subject).contains(who.person()));
    }

    static Hits ownFamily(Examined examined) {
        return known(examined, (who, subject) -> {
            var marks = examined.background().marks().get(subject);
            return marks != null
                    && marks.family() != null
                    && who.familyMarks().contains(marks.family())
                    && !keptAs(examined, subject).contains(who.person());
        });
    }

    static Hits honeytoken(Examined examined) {
        var hits = new Hits();
        examined.touches()
                .filter(trace ->
                        trace.subject() != null && examined.background().planted(trace.subject(), trace.at()))
                .forEach(hits::add);
        return hits;
    }

    static Hits oneAddress(Examined examined) {
        var groups = new HashMap<Address, List<Trace>>();
        examined.touches().forEach(trace -> {
            var mark = address(examined, trace.subject());
            if (mark != null) {
                groups.computeIfAbsent(
                                new Address(trace.actor(), trace.day().toEpochDay(), mark), _ -> new ArrayList<>())
                        .add(trace);
            }
        });
        var hits = new Hits();
        for (var traces : groups.values()) {
            var people = new HashSet<@Nullable Long>();
            traces.forEach(trace -> people.add(trace.subject()));
            if (people.size() >= examined.thresholds().peopleOfOneAddress()) {
                traces.forEach(hits::addForDay);
            }
        }
        return hits;
    }

    private record Address(String account, long day, long mark) {}

    private static @Nullable Long address(Examined examined, @Nullable Long subject) {
        var marks = subject == null ? null : examined.background().marks().get(subject);
        return marks == null ? null : marks.address();
    }

    private static Set<Long> keptAs(Examined examined, Long subject) {
        return examined.background().kept().getOrDefault(subject, Set.of());
    }

    /// Holds a rule against those of whom it is known who they are.
    private static Hits known(Examined examined, BiPredicate<Background.Staff, Long> rule) {
        var hits = new Hits();
        examined.touches().forEach(trace -> {
            var who = examined.background().staff().get(trace.actor());
            var subject = trace.subject();
            if (who != null && subject != null && rule.test(who, subject)) {
                hits.add(trace);
            }
        });
        return hits;
    }
}
