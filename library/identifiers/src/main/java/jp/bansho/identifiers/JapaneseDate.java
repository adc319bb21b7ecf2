package jp.bansho.identifiers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.bansho.identifiers.Parsed.Invalid;
import jp.bansho.identifiers.Parsed.Valid;

/// A day as the files of the National Tax Agency write it: era code, two-digit year of the era, month, day (N6).
///
/// Strict: the day must exist and lie in its era, so 平成31年5月1日 is refused. Dates of Meiji 1 to 5 are taken
/// as Gregorian, though the calendar of the time was another; no one born then draws a pension.
///
/// @param date the same day in the common calendar
public record JapaneseDate(LocalDate date) {

    /// @throws IllegalArgumentException before Meiji and after Reiwa 99
    public JapaneseDate {
        Era.at(date).orThrow();
    }

    /// The day in its era; [IdentifierFault#ERA] before Meiji and after Reiwa 99.
    public static Parsed<JapaneseDate> of(LocalDate date) {
        return switch (Era.at(date)) {
            case Valid<Era> _ -> new Valid<>(new JapaneseDate(date));
            case Invalid<Era>(var fault) -> fault.refuses();
        };
    }

    /// A day by its four numbers; [IdentifierFault#ERA] for an unknown era, その他, or a day outside of the
    /// era, [IdentifierFault#DATE] for a day that does not exist.
    public static Parsed<JapaneseDate> of(int eraCode, int year, int month, int day) {
        return switch (Era.ofCode(eraCode)) {
            case Valid<Era>(var era) when era == Era.OTHER -> IdentifierFault.ERA.refuses();
            case Valid<Era>(var era) -> of(era, year, month, day);
            case Invalid<Era>(var fault) -> fault.refuses();
        };
    }

    private static Parsed<JapaneseDate> of(Era era, int year, int month, int day) {
        if (year < 1 || year > 99 || month < 1 || month > 12 || day < 1) {
            return IdentifierFault.DATE.refuses();
        }
        var yearMonth = YearMonth.of(era.firstYear() + year - 1, month);
        if (day > yearMonth.lengthOfMonth()) {
            return IdentifierFault.DATE.refuses();
        }
        var date = yearMonth.atDay(day);
        return era.holds(date) ? new Valid<>(new JapaneseDate(date)) : IdentifierFault.ERA.refuses();
    }

    /// Reads the four fields of a file: one digit, and three times two digits.
    public static Parsed<JapaneseDate> parse(
            CharSequence eraCode, CharSequence year, CharSequence month, CharSequence day) {
        var code = (int) Digits.read(eraCode, 1);
        if (code < 0) {
            return Digits.faultOf(eraCode).refuses();
        }
        for (var field : List.of(year, month, day)) {
            if (Digits.read(field, 2) < 0) {
                return Digits.faultOf(field).refuses();
            }
        }
        return of(code, (int) Digits.read(year, 2), (int) Digits.read(month, 2), (int) Digits.read(day, 2));
    }

    /// The era of the day; never [Era#OTHER].
    public Era era() {
        return Era.at(date).orThrow();
    }

    /// The year of the era, 1 to 99.
    public int yearOfEra() {
        return date.getYear() - era().firstYear() + 1;
    }

    /// The four fields of a file, zero padded: `5`, `01`, `09`, `30` for 令和元年9月30日.
    public List<String> fields() {
        return List.of(
                Integer.toString(era().code()),
                Digits.text(yearOfEra(), 2),
                Digits.text(date.getMonthValue(), 2),
                Digits.text(date.getDayOfMonth(), 2));
    }
}
