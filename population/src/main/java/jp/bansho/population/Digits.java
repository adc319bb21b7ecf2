package jp.bansho.population;

/// Numbers as text of a fixed width, without a formatter in the way of a million rows.
final class Digits {

    private Digits() {}

    /// The decimal digits of a value that is not negative, padded with zeros on the left.
    static String padded(long value, int width) {
        char[] text = new char[width];
        long rest = value;
        for (int position = width - 1; position >= 0; position--) {
            text[position] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        if (rest != 0) {
            throw new IllegalArgumentException("the value is wider than its field");
        }
        return new String(text);
    }

    /// The same in full-width digits, not padded.
    static String fullWidth(int value) {
        String narrow = Integer.toString(value);
        StringBuilder wide = new StringBuilder(narrow.length());
        for (int position = 0; position < narrow.length(); position++) {
            wide.append((char) (narrow.charAt(position) - '0' + '０'));
        }
        return wide.toString();
    }
}
