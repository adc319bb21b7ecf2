package jp.bansho.retention;

import java.time.LocalDate;
import java.util.Arrays;

/// The two legal clocks. Both count as the Civil Code does (民法第140条, 第143条): the first day does not count, and
/// a period of years ends with the day before the one that corresponds to its first day; where the last month has no
/// such day, with that month's last day.
public enum Rule {
    /// Ten years from the day after the death was confirmed (死亡確認日, not the day of death).
    PENSION_TEN_YEARS("pension-10y") {
        @Override
        public LocalDate eraseFrom(LocalDate confirmedDeath) {
            return afterYears(confirmedDeath.plusDays(1), 10);
        }
    },
    /// Seven years from the day after 10 January of the year that follows the year of the submission deadline
    /// (提出期限, as stored; never computed from the day of receipt).
    TAX_SEVEN_YEARS("tax-7y") {
        @Override
        public LocalDate eraseFrom(LocalDate deadline) {
            return afterYears(LocalDate.of(deadline.getYear() + 1, 1, 10).plusDays(1), 7);
        }
    };

    private final String word;

    Rule(String word) {
        this.word = word;
    }

    /// The first day on which the use may be erased.
    ///
    /// @param fact the date from which the clock runs
    public abstract LocalDate eraseFrom(LocalDate fact);

    /// The last day on which the number has to be kept for the use.
    public LocalDate lastKept(LocalDate fact) {
        return eraseFrom(fact).minusDays(1);
    }

    /// The word in tables, certificates and records.
    public String word() {
        return word;
    }

    /// The rule of that word.
    public static Rule of(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule has that word"));
    }

    /// The first day after a period of years that begins with the start of a day. `plusYears` turns a
    /// 29 February that the target year lacks into the 28th, which still belongs to the period.
    private static LocalDate afterYears(LocalDate first, int years) {
        var same = first.plusYears(years);
        return same.getDayOfMonth() == first.getDayOfMonth() ? same : same.plusDays(1);
    }
}
