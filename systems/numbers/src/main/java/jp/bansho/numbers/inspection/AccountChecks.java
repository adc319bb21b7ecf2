package jp.bansho.numbers.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import jp.bansho.numbers.staff.Role;

/// Ways to come in as somebody else: accounts made past the user managers, and slips of accounts whose passkeys the
/// same person took away.
final class AccountChecks {

    private AccountChecks() {}

    /// The nightly batch makes accounts on the operator's command, too, but opens no slip.
    static Hits madeByCommand(Examined examined) {
        var opened = new HashSet<Way>();
        examined.reported()
                .filter(trace -> trace.event().equals(Events.SLIP_OPENED))
                .filter(trace -> trace.role().equals(Role.OPERATOR.word()))
                .forEach(trace -> opened.add(Way.of(trace)));
        var hits = new Hits();
        examined.reported()
                .filter(trace -> trace.role().equals(Role.OPERATOR.word()) && opened.contains(Way.of(trace)))
                .filter(trace -> trace.event().equals(Events.ACCOUNT_MADE)
                        || trace.event().equals(Events.SLIP_OPENED))
                .forEach(hits::addForDay);
        return hits;
    }

    static Hits resetAndOpened(Examined examined) {
        var resets = new HashMap<Way, List<Trace>>();
        var hits = new Hits();
        for (var trace : examined.traces()) {
            switch (trace.event()) {
                case Events.AUTHENTICATOR_RESET ->
                    resets.computeIfAbsent(Way.of(trace), _ -> new ArrayList<>())
                            .add(trace);
                case Events.SLIP_OPENED -> {
                    var before = resets.remove(Way.of(trace));
                    if (before != null && !trace.day().isBefore(examined.firstDay())) {
                        before.forEach(reset -> hits.addForDay(reset, trace.day()));
                        hits.addForDay(trace);
                    }
                }
                default -> {}
            }
        }
        return hits;
    }

    /// Who made a way in, and for which account.
    private record Way(String actor, String account) {
        static Way of(Trace trace) {
            return new Way(trace.actor(), trace.account());
        }
    }

    /// Every emergency session, whoever opened it and whatever was typed.
    static Hits emergency(Examined examined) {
        var hits = new Hits();
        examined.reported().filter(trace -> Events.emergency(trace.event())).forEach(hits::addForDay);
        return hits;
    }
}
