package jp.bansho.identifiers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// 年分 the year a tax paper is about. Files write two digits of the Japanese year **without the era**, so
/// the digits alone do not say which year is meant; this type holds the calendar year, and whoever reads
/// digits must know it beforehand (N6).
///
/// The year of a change of era has two spellings: 2019 is `31` (平成31年分) and `01` (令和元年分). The project
/// writes the spelling of 31 December, `01`, since the papers of a year are made after its end; both are
/// recognised.
///
/// @param year calendar year, 1989 to 2117
public record TaxYear(int year) {

    private static final int EARLIEST = 1989;
    private static final int LATEST = 2117;

    /// @throws IllegalArgumentException outside of 1989 to 2117
    public TaxYear {
        if (year < EARLIEST || year > LATEST) {
            throw new IllegalArgumentException("a tax year is " + EARLIEST + " to " + LATEST);
        }
    }

    /// What to write: the year of the era in force on 31 December; `01` for 2019.
    public String digits() {
        return digitsOn(LocalDate.of(year, 12, 31));
    }

    /// The other spelling, by the era in force on 1 January: `31` for 2019. Differs in years of a change of
    /// era alone.
    public String digitsOfFirstDay() {
        return digitsOn(LocalDate.of(year, 1, 1));
    }

    /// Whether a file's two digits are a spelling of this year; the check that a file is of the year it was
    /// ordered for.
    public boolean isWrittenAs(CharSequence twoDigits) {
        return digits().contentEquals(twoDigits) || digitsOfFirstDay().contentEquals(twoDigits);
    }

    /// All years that two digits can mean, in order: `01` is 1989 and 2019, `31` is 2019 and 2049. Empty
    /// for no such digits.
    public static List<TaxYear> readingsOf(CharSequence twoDigits) {
        return IntStream.rangeClosed(EARLIEST, LATEST)
                .mapToObj(TaxYear::new)
                .filter(candidate -> candidate.isWrittenAs(twoDigits))
                .toList();
    }

    private static String digitsOn(LocalDate date) {
        return new JapaneseDate(date).fields().get(1);
    }
}
