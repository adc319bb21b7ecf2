package jp.bansho.retention;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a person that decides until when the number is kept.
///
/// @param uses           what the number is kept for today
/// @param confirmedDeath 死亡確認日; null while nobody confirmed a death
/// @param deadlines      提出期限 of the declarations that named the person; the latest one counts
/// @param holds          legal holds that were not released
public record Life(Set<Use> uses, @Nullable LocalDate confirmedDeath, List<LocalDate> deadlines, List<Hold> holds) {

    public Life {
        uses = uses.isEmpty() ? EnumSet.noneOf(Use.class) : EnumSet.copyOf(uses);
        deadlines = List.copyOf(deadlines);
        holds = List.copyOf(holds);
    }

    /// The first day on which that use may be erased; empty while no clock runs. Holds do not move it.
    public Optional<LocalDate> eraseFrom(Use use) {
        return fact(use).map(use.rule()::eraseFrom);
    }

    /// The date from which the clock of that use runs.
    public Optional<LocalDate> fact(Use use) {
        return switch (use) {
            case PENSION -> Optional.ofNullable(confirmedDeath);
            case TAX -> deadlines.stream().max(LocalDate::compareTo);
        };
    }

    /// True if a hold keeps the person on that day.
    public boolean heldOn(LocalDate day) {
        return holds.stream().anyMatch(hold -> hold.covers(day));
    }

    /// The uses that are to be erased on that day, none while a hold keeps the person.
    public List<Use> dueOn(LocalDate day) {
        if (heldOn(day)) {
            return List.of();
        }
        return Arrays.stream(Use.values())
                .filter(uses::contains)
                .filter(use ->
                        eraseFrom(use).filter(first -> !first.isAfter(day)).isPresent())
                .toList();
    }

    /// True if nothing is left to keep the number for on that day: with the last use goes the number itself.
    public boolean goesOn(LocalDate day) {
        return !uses.isEmpty() && dueOn(day).size() == uses.size();
    }
}
