package jp.bansho.numbers.roster.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as somebody types it: either calendar, any width, with or without marks. Never corrected: a day that
/// does not lie in its era is not a day.
final class DayText {

    private static final Map<String, JapaneseEra> ERAS =
            Map.of("H", JapaneseEra.HEISEI, "平成", JapaneseEra.HEISEI, "R", JapaneseEra.REIWA, "令和", JapaneseEra.REIWA);
    private static final Pattern MARKED = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern BARE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA_MARKED =
            Pattern.compile("([HR]|平成|令和)(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern ERA_BARE = Pattern.compile("([HR]|平成|令和)(\\d{2})(\\d{2})(\\d{2})");

    private DayText() {}

    /// The day; nothing if it is none.
    static Optional<LocalDate> read(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("[‐-―−─ー]", "-")
                .toUpperCase(Locale.ROOT);
        try {
            for (var pattern : new Pattern[] {MARKED, BARE}) {
                var found = pattern.matcher(plain);
                if (found.matches()) {
                    return Optional.of(
                            LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3))));
                }
            }
            for (var pattern : new Pattern[] {ERA_MARKED, ERA_BARE}) {
                var found = pattern.matcher(plain);
                if (found.matches()) {
                    return Optional.of(inEra(
                            ERAS.get(found.group(1)),
                            number(found.group(2)),
                            number(found.group(3)),
                            number(found.group(4))));
                }
            }
            return Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static LocalDate inEra(@Nullable JapaneseEra era, int year, int month, int day) {
        if (era == null) {
            throw new DateTimeException("no such era");
        }
        return LocalDate.from(JapaneseDate.of(era, year, month, day));
    }

    private static int number(String digits) {
        return digits.equals("元") ? 1 : Integer.parseInt(digits);
    }
}
