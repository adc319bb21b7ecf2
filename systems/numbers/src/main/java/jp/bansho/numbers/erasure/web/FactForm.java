package jp.bansho.numbers.erasure.web;

import java.time.LocalDate;
import java.util.Optional;
import jp.bansho.numbers.erasure.Fact;
import jp.bansho.retention.Rule;
import jp.bansho.terminal.TypedDay;

/// What was typed into a form of the person's page.
///
/// @param sort  `death`, `deadline` or `hold`
/// @param day   the date, or the first day of a hold
/// @param until the last day of a hold; empty while it is open
/// @param text  source or reason
record FactForm(String sort, String day, String until, String text) {

    Optional<Fact.Sort> known() {
        return switch (sort) {
            case "death" -> Optional.of(Fact.Sort.DEATH);
            case "deadline" -> Optional.of(Fact.Sort.DEADLINE);
            case "hold" -> Optional.of(Fact.Sort.HOLD);
            case String _ -> Optional.empty();
        };
    }

    Optional<LocalDate> date() {
        return TypedDay.read(day);
    }

    Optional<LocalDate> end() {
        return TypedDay.read(until);
    }

    /// The first day on which the use may be erased if this counts; empty for a hold.
    Optional<LocalDate> eraseFrom() {
        return date().flatMap(typed -> switch (sort) {
            case "death" -> Optional.of(Rule.PENSION_TEN_YEARS.eraseFrom(typed));
            case "deadline" -> Optional.of(Rule.TAX_SEVEN_YEARS.eraseFrom(typed));
            case String _ -> Optional.empty();
        });
    }
}
