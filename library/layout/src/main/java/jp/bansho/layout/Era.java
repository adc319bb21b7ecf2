package jp.bansho.layout;

import java.util.List;

/// One era (元号) of the table `codes/eras.tsv`.
///
/// @param code   the digit that stands for it
/// @param before the Gregorian year before the era's first; 0 for the code of any other calendar
/// @param first  its first day as a number `yyyyMMdd`
/// @param last   its last day, the day of the change counted in where both names were used
record Era(byte code, int before, int first, int last) {

    static List<Era> all() {
        return Tables.rows("codes/eras.tsv").stream()
                .map(row -> new Era(
                        (byte) row.get(0).charAt(0),
                        Integer.parseInt(row.get(3)),
                        Integer.parseInt(row.get(4)),
                        Integer.parseInt(row.get(5))))
                .toList();
    }

    boolean has(int year, int month, int day) {
        if (before == 0) {
            return month >= 1 && month <= 12 && day >= 1 && day <= 31;
        }
        if (year == 0 || !Days.real(before + year, month, day)) {
            return false;
        }
        var number = (before + year) * 10000 + month * 100 + day;
        return first <= number && number <= last;
    }

    /// The two-digit years (年分) a Gregorian year may be written with: two of them in the year of a change.
    static List<String> yearsOf(int gregorian) {
        return all().stream()
                .filter(era -> era.before > 0 && era.first / 10000 <= gregorian && gregorian <= era.last / 10000)
                .map(era -> "%02d".formatted(gregorian - era.before))
                .toList();
    }
}
