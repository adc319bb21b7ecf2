package jp.bansho.numbers.inspection;

import java.time.DayOfWeek;

/// Work with people's records outside of office hours in Japan.
final class HoursCheck {

    private HoursCheck() {}

    static Hits hits(Examined examined) {
        var hits = new Hits();
        examined.reported()
                .filter(trace -> Events.touches(trace.event()) || Events.search(trace.event()))
                .filter(trace -> free(trace, examined.thresholds()))
                .forEach(hits::addForDay);
        return hits;
    }

    private static boolean free(Trace trace, Thresholds hours) {
        var at = trace.inJapan();
        return at.getDayOfWeek() == DayOfWeek.SATURDAY
                || at.getDayOfWeek() == DayOfWeek.SUNDAY
                || at.toLocalTime().isBefore(hours.open())
                || !at.toLocalTime().isBefore(hours.close())
                || hours.holidays().contains(at.toLocalDate());
    }
}
