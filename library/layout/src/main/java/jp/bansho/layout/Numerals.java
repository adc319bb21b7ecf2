package jp.bansho.layout;

/// Digits that have a form or a check digit of their own; the caller has checked that they are as many as they must be.
final class Numerals {

    private static final int[] INDIVIDUAL = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private Numerals() {}

    /// `03-3581-4161` or `03(3581)4161`: a zero, two to five digits in all, then one to four, then three or four.
    static boolean telephone(byte[] b, int from, int to) {
        var first = digits(b, from, to);
        var second = first < to ? digits(b, first + 1, to) : first;
        var third = second < to ? digits(b, second + 1, to) : second;
        if (third != to || b[from] != '0' || second >= to) {
            return false;
        }
        var marks = (b[first] == '-' && b[second] == '-') || (b[first] == '(' && b[second] == ')');
        return marks
                && within(first - from, 2, 5)
                && within(second - first - 1, 1, 4)
                && within(third - second - 1, 3, 4);
    }

    /// 法人番号: the first of the thirteen digits checks the others.
    static boolean corporate(byte[] b, int from) {
        var sum = 0;
        for (var i = 1; i < 13; i++) {
            sum += (b[from + i] - '0') * (i % 2 == 0 ? 1 : 2);
        }
        return b[from] - '0' == 9 - sum % 9;
    }

    /// 個人番号: the last of the twelve digits checks the others; twelve zeros are no number.
    static boolean individual(byte[] b, int from) {
        var sum = 0;
        var all = 0;
        for (var i = 0; i < 11; i++) {
            sum += (b[from + i] - '0') * INDIVIDUAL[i];
            all |= b[from + i] - '0';
        }
        var rest = sum % 11;
        return all != 0 && b[from + 11] - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    /// 市区町村コード: a prefecture from 01 to 47, three digits, and the check digit if there is one.
    static boolean municipality(byte[] b, int from, int to) {
        var prefecture = (b[from] - '0') * 10 + b[from + 1] - '0';
        if (!within(prefecture, 1, 47)) {
            return false;
        }
        if (to - from == 5) {
            return true;
        }
        var sum = 0;
        for (var i = 0; i < 5; i++) {
            sum += (b[from + i] - '0') * (6 - i);
        }
        return b[from + 5] - '0' == (11 - sum % 11) % 10;
    }

    private static int digits(byte[] b, int from, int to) {
        var i = from;
        while (i < to && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean within(int number, int least, int most) {
        return least <= number && number <= most;
    }
}
