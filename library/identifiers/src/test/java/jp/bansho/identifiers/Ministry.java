package jp.bansho.identifiers;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// The formulas as the ordinances write them, with `P_n` and `Q_n`, slow and plain: the judge of the fast code.
final class Ministry {

    private Ministry() {}

    /// 個人番号, and 住民票コード with ten digits: n counts from the right, Q_n is n + 1 up to 6 and n - 5 above.
    static int modulusEleven(String payload) {
        var sum = BigInteger.ZERO;
        for (int n = 1; n <= payload.length(); n++) {
            var p = Character.digit(payload.charAt(payload.length() - n), 10);
            var q = n <= 6 ? n + 1 : n - 5;
            sum = sum.add(BigInteger.valueOf(p).multiply(BigInteger.valueOf(q)));
        }
        var remainder = sum.mod(BigInteger.valueOf(11)).intValue();
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /// 法人番号: Q_n is 1 for odd n and 2 for even n.
    static int modulusNine(String basic) {
        var sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += Character.digit(basic.charAt(12 - n), 10) * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    static boolean isResidentRecordCode(String text) {
        return Pattern.matches("[0-9]{11}", text)
                && !text.equals("00000000000")
                && modulusEleven(text.substring(0, 10)) == text.charAt(10) - '0';
    }
}
