package jp.bansho.retention;

import java.time.LocalDate;

/// The rule stated once more, by somebody who knows no `java.time`: a wall calendar turned page by page.
final class Calendar {

    private int year;
    private int month;
    private int day;

    private Calendar(int year, int month, int day) {
        this.year = year;
        this.month = month;
        this.day = day;
    }

    static Calendar at(LocalDate date) {
        return new Calendar(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static int length(int month, int year) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28;
            default -> 31;
        };
    }

    private void turn() {
        day++;
        if (day > length(month, year)) {
            day = 1;
            month++;
        }
        if (month > 12) {
            month = 1;
            year++;
        }
    }

    private LocalDate page() {
        return LocalDate.of(year, month, day);
    }

    /// 民法第143条: turn from the first counted day to the last month of the period; it ends on the evening before
    /// the corresponding day, or on the last evening of a month that has no such day.
    private static LocalDate morningAfter(Calendar first, int years) {
        var day = first.day;
        var month = first.month;
        var lastYear = first.year + years;
        var corresponds = day <= length(month, lastYear);
        while (true) {
            var reached = first.year == lastYear && first.month == month && first.day == (corresponds ? day : 1);
            if (reached) {
                break;
            }
            first.turn();
        }
        while (!corresponds && first.month == month) {
            first.turn();
        }
        return first.page();
    }

    /// Pension: the day of the confirmation does not count (民法第140条); then ten years.
    static LocalDate afterDeath(LocalDate confirmed) {
        var page = at(confirmed);
        page.turn();
        return morningAfter(page, 10);
    }

    /// Tax: turn to the New Year after the deadline, on to 10 January, one more page; then past seven more of them.
    static LocalDate afterDeadline(LocalDate deadline) {
        var page = at(deadline);
        var year = page.year;
        var tenths = 0;
        while (tenths < 8) {
            page.turn();
            if (page.year > year && page.month == 1 && page.day == 10) {
                tenths++;
            }
        }
        page.turn();
        return page.page();
    }
}
