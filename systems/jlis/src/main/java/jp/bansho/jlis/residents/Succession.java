package jp.bansho.jlis.residents;

import java.time.LocalDate;
import java.util.Optional;

/// What an event makes of a resident, and which events cannot be.
final class Succession {

    private final Reasons reasons;
    private final LocalDate latest;

    /// @param latest no event is later
    Succession(Reasons reasons, LocalDate latest) {
        this.reasons = reasons;
        this.latest = latest;
    }

    Optional<Fault> fault(Resident resident, Happening event) {
        var now = resident.now();
        if (now.standing() == Standing.DEAD) {
            return Optional.of(Fault.DEAD);
        }
        if (now.standing() == Standing.LEFT && event.kind() != EventKind.MOVED && event.kind() != EventKind.DIED) {
            return Optional.of(Fault.LEFT);
        }
        if (event.day().isBefore(resident.birth())) {
            return Optional.of(Fault.BEFORE_BIRTH);
        }
        if (now.changed() != null && event.day().isBefore(now.changed())) {
            return Optional.of(Fault.BEFORE_LAST);
        }
        if (event.day().isAfter(latest)) {
            return Optional.of(Fault.FUTURE);
        }
        return event.reason() == 0 || reasons.known(event.reason()) ? Optional.empty() : Optional.of(Fault.REASON);
    }

    State next(Resident resident, Happening event) {
        var now = resident.now();
        var to = event.to();
        var reason = event.reason() == 0 ? usual(resident, event) : event.reason();
        return switch (event.kind()) {
            case NUMBER -> same(now, now.standing(), reason, event.day(), Effect.NUMBER);
            case DIED -> same(now, Standing.DEAD, reason, event.day(), Effect.DEATH);
            case LEFT -> same(now, Standing.LEFT, reason, event.day(), Effect.ITEMS);
            case MOVED ->
                new State(
                        now.name(),
                        now.kana(),
                        to.address(),
                        to.municipality(),
                        now.nameGlyphs(),
                        to.addressGlyphs(),
                        Standing.RESIDENT,
                        reason,
                        event.day(),
                        Effect.ITEMS);
            case SPELLED ->
                new State(
                        to.name(),
                        to.kana(),
                        now.address(),
                        now.municipality(),
                        to.nameGlyphs(),
                        now.addressGlyphs(),
                        now.standing(),
                        reason,
                        event.day(),
                        Effect.ITEMS);
        };
    }

    private int usual(Resident resident, Happening event) {
        return reasons.value(
                switch (event.kind()) {
                    case NUMBER -> "number-changed";
                    case DIED -> "died";
                    case LEFT -> "left";
                    case SPELLED -> "spelling";
                    case MOVED -> move(resident.now(), event.to().municipality());
                });
    }

    private static String move(State now, int municipality) {
        if (now.standing() == Standing.LEFT) {
            return "came-in";
        }
        return now.municipality() == municipality ? "moved-within" : "moved-in";
    }

    private static State same(State now, Standing standing, int reason, LocalDate day, Effect effect) {
        return new State(
                now.name(),
                now.kana(),
                now.address(),
                now.municipality(),
                now.nameGlyphs(),
                now.addressGlyphs(),
                standing,
                reason,
                day,
                effect);
    }
}
