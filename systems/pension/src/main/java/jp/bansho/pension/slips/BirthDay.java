package jp.bansho.pension.slips;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.Map;

/// A birthday as it stands on a slip: code of the era (元号), then year, month and day in two digits each.
///
/// The calendar of the JDK begins with 1873; nobody of a pension's age is older.
record BirthDay(String era, String year, String month, String day) {

    /// The codes do not follow time.
    private static final Map<JapaneseEra, String> CODES = Map.of(
            JapaneseEra.SHOWA, "1",
            JapaneseEra.TAISHO, "2",
            JapaneseEra.MEIJI, "3",
            JapaneseEra.HEISEI, "4",
            JapaneseEra.REIWA, "5");

    static BirthDay of(LocalDate born) {
        var date = JapaneseDate.from(born);
        return new BirthDay(
                CODES.getOrDefault(date.getEra(), "9"),
                two(date.get(ChronoField.YEAR_OF_ERA)),
                two(born.getMonthValue()),
                two(born.getDayOfMonth()));
    }

    static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
