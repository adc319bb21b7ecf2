package jp.bansho.numbers.intake;

import java.time.LocalDate;
import java.time.YearMonth;

/// A round of a duty that comes again, and to which a file can belong.
///
/// @param month the odd month, or the October
public record Duty(Sort sort, YearMonth month) {

    /// @throws IllegalArgumentException if the duty does not come in that month
    public Duty {
        if (sort == Sort.DECLARATIONS ? month.getMonthValue() != 10 : month.getMonthValue() % 2 == 0) {
            throw new IllegalArgumentException("this duty does not come in that month");
        }
    }

    /// The duties.
    public enum Sort {
        /// 生存照会: who lives, and whose number changed, every odd month (N8, J6).
        LIFE_STATUS("life-status"),
        /// 扶養親族等申告書: next year's declarations of dependants, every October (N9).
        DECLARATIONS("declarations");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        /// The word of the database, of the command line and of the record.
        public String word() {
            return word;
        }

        /// The duty of that word.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Sort of(String word) {
            for (var sort : values()) {
                if (sort.word.equals(word)) {
                    return sort;
                }
            }
            throw new IllegalArgumentException("no duty has that word");
        }
    }

    /// The round of the life-status inquiry that runs on a day: its odd month, or the one before.
    public static Duty lifeStatus(LocalDate day) {
        var month = YearMonth.from(day);
        return new Duty(Sort.LIFE_STATUS, month.getMonthValue() % 2 == 0 ? month.minusMonths(1) : month);
    }

    /// The October in which the declarations of a year come.
    ///
    /// @param year the year they are about
    public static Duty declarationsOf(int year) {
        return new Duty(Sort.DECLARATIONS, YearMonth.of(year - 1, 10));
    }

    /// As a job keeps it, such as `life-status/2026-01`.
    public String text() {
        return sort.word + "/" + month;
    }

    static Duty parse(String text) {
        var slash = text.indexOf('/');
        return new Duty(Sort.of(text.substring(0, slash)), YearMonth.parse(text.substring(slash + 1)));
    }
}
