package jp.bansho.individual;

import java.util.regex.Pattern;

/// The formula as the ordinance writes it, with `P_n` and `Q_n`, slow and plain: the judge of the fast code.
final class Ministry {

    private Ministry() {}

    /// n counts from the right, Q_n is n + 1 up to 6 and n - 5 above.
    static int modulusEleven(String payload) {
        var sum = 0L;
        for (int n = 1; n <= payload.length(); n++) {
            var p = payload.charAt(payload.length() - n) - '0';
            sum += (long) p * (n <= 6 ? n + 1 : n - 5);
        }
        return sum % 11 <= 1 ? 0 : (int) (11 - sum % 11);
    }

    static boolean isIndividualNumber(String text) {
        return Pattern.matches("[0-9]{12}", text)
                && !text.equals("000000000000")
                && modulusEleven(text.substring(0, 11)) == text.charAt(11) - '0';
    }
}
