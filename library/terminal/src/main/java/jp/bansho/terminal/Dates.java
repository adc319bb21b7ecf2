package jp.bansho.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Dates as screens and papers show them: both calendars in Japanese, ISO in English, always Japan's time.
/// Templates know it as `@dates`.
@Component("dates")
public class Dates {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int FIRST_JAPANESE = 1873;

    /// A day: `令和8年（2026年）11月22日`, or `2026-11-22`.
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return japanese() ? inJapanese(day) : day.toString();
    }

    /// A moment, to the second.
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment.atZone(VisitBook.JAPAN));
    }

    /// A moment for papers: `令和8年（2026年）11月22日 14時05分`.
    public String paper(Instant moment) {
        var at = moment.atZone(VisitBook.JAPAN);
        return day(at.toLocalDate()) + (japanese() ? clock(at) : at.format(DateTimeFormatter.ofPattern(" HH:mm")));
    }

    private static String clock(ZonedDateTime at) {
        return String.format(Locale.ROOT, " %d時%02d分", at.getHour(), at.getMinute());
    }

    private static boolean japanese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("ja");
    }

    private static String inJapanese(LocalDate day) {
        if (day.getYear() < FIRST_JAPANESE) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
        var date = JapaneseDate.from(day);
        var year = date.get(ChronoField.YEAR_OF_ERA);
        return date.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE) + (year == 1 ? "元" : year) + "年（"
                + day.getYear() + "年）" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
