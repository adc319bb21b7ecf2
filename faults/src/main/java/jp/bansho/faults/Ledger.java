package jp.bansho.faults;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.bansho.population.Truth;

/// What the harness fed in and what was acknowledged, in memory, independent of the machine: who must be held with
/// which number, who may be because the answer was cut off, which numbers were shown for which case.
final class Ledger {

    private final Map<String, String> must = new HashMap<>();
    private final Map<String, String> may = new HashMap<>();
    private final Map<String, String> truth = new HashMap<>();
    private final Map<Long, Map<String, Long>> going = new HashMap<>();
    private final Set<Long> erased = new HashSet<>();
    private final Set<String> withoutNumber = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    Ledger(Site site) throws IOException {
        try (var people = Truth.of(site.town).people()) {
            people.forEach(person -> {
                if (person.number().isEmpty()) {
                    withoutNumber.add(person.userNumber());
                } else {
                    truth.put(person.userNumber(), person.number());
                }
            });
        }
    }

    /// The number that person has in truth; empty if none.
    synchronized String truth(String userNumber) {
        return truth.getOrDefault(userNumber, "");
    }

    synchronized boolean taken(String number) {
        return truth.containsValue(number);
    }

    /// A registration was sent; its answer is not there yet.
    synchronized void sent(String userNumber, String number) {
        may.put(userNumber, number);
    }

    /// The registration was acknowledged.
    synchronized void acknowledged(String userNumber, String number) {
        may.remove(userNumber);
        must.put(userNumber, number);
    }

    /// Who goes with an erasure run: handles by user number.
    synchronized void goes(long run, Map<String, Long> people) {
        going.put(run, Map.copyOf(people));
    }

    synchronized Set<Long> runs() {
        return Set.copyOf(going.keySet());
    }

    /// That run was seen as committed: its people are gone for good.
    ///
    /// @return whether that is news
    synchronized boolean erased(long run) {
        return erased.add(run);
    }

    synchronized boolean isErased(long run) {
        return erased.contains(run);
    }

    /// Whoever must be gone: handles by user number.
    synchronized Map<String, Long> gone() {
        var gone = new HashMap<String, Long>();
        erased.forEach(run -> gone.putAll(Objects.requireNonNull(going.get(run))));
        return gone;
    }

    /// A number was asked for under that case.
    synchronized void asked(String caseReference) {
        asked.add(caseReference);
    }

    /// A number was shown for that case.
    synchronized void seen(String caseReference) {
        seen.add(caseReference);
    }

    /// Nothing is on its way any more: what was sent and is held counts as done, what is not held was not done.
    synchronized void settle(Set<String> held) {
        may.forEach((userNumber, number) -> {
            if (held.contains(userNumber)) {
                must.put(userNumber, number);
            }
        });
        may.clear();
    }

    synchronized Map<String, String> must() {
        return Map.copyOf(must);
    }

    synchronized Map<String, String> may() {
        return Map.copyOf(may);
    }

    synchronized boolean mayBeWithoutNumber(String userNumber) {
        return withoutNumber.contains(userNumber);
    }

    synchronized Set<String> cases() {
        return Set.copyOf(asked);
    }

    synchronized Set<String> shownCases() {
        return Set.copyOf(seen);
    }
}
