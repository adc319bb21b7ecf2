package jp.bansho.population;

/// A date of birth. Nobody in this population is born on 1 January, so that the age at 31 December is a subtraction
/// (by law one grows older at the end of the day before the birthday).
record Birth(int year, int month, int day) {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static Birth in(int year, Dice dice) {
        int month = dice.between(1, 12);
        int day = dice.between(1, LENGTHS[month - 1]);
        return new Birth(year, month, month == 1 && day == 1 ? 2 : day);
    }

    int ageAtEndOf(int calendarYear) {
        return calendarYear - year;
    }

    /// yyyyMMdd, as in the resident register.
    String compact() {
        return Digits.padded(year * 10_000L + month * 100L + day, 8);
    }

    /// The Japanese era (元号) this day belongs to.
    Era era() {
        return Era.of(year * 10_000 + month * 100 + day);
    }

    /// The year within the era, from 01.
    String yearOfEra() {
        return Digits.padded(year - era().firstYear() + 1L, 2);
    }
}
