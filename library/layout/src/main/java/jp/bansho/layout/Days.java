package jp.bansho.layout;

/// Calendar days as plain numbers, so that a check makes no object.
final class Days {

    private Days() {}

    /// Two or more ASCII digits as a number; the caller has checked that they are digits and at most nine.
    static int number(byte[] b, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            number = number * 10 + (b[i] - '0');
        }
        return number;
    }

    /// Whether the month has the day; year 0 and months beyond 12 have none.
    static boolean real(int year, int month, int day) {
        return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
    }

    /// Whether eight bytes are a real day `yyyyMMdd`.
    static boolean real(byte[] b, int from, int to) {
        return to - from == 8
                && Characters.digits(b, from, to) == 8
                && real(number(b, from, from + 4), number(b, from + 4, from + 6), number(b, from + 6, to));
    }

    private static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
