package jp.bansho.numbers.overview.web;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How near a deadline is, as words and shapes say it.
enum Urgency {
    OVERDUE("error"),
    TODAY("caution"),
    SOON("caution"),
    LATER("waiting"),
    NONE("waiting");

    private static final int SOON_DAYS = 3;

    private final String chip;

    Urgency(String chip) {
        this.chip = chip;
    }

    static Urgency of(@Nullable LocalDate deadline, LocalDate today) {
        if (deadline == null) {
            return NONE;
        }
        if (deadline.isBefore(today)) {
            return OVERDUE;
        }
        if (deadline.equals(today)) {
            return TODAY;
        }
        return deadline.isAfter(today.plusDays(SOON_DAYS)) ? LATER : SOON;
    }

    /// State of the chip.
    public String chip() {
        return chip;
    }

    /// Key of the word.
    public String textKey() {
        return "overview.urgency." + name().toLowerCase(Locale.ROOT);
    }
}
