package jp.bansho.identifiers;

/// The check digit arithmetic (検査用数字) of the four official numbers; docs/formats/identifiers.md works it by hand.
public final class CheckDigits {

    private CheckDigits() {}

    /// Modulus 11 of 個人番号 (ordinance 85 of the Ministry of Internal Affairs and Communications of 2014,
    /// article 5) and of 住民票コード: weights 2 to 7 from the right, then from 2 again; the remainders 0 and 1
    /// both give 0.
    public static int modulusEleven(long payload) {
        var sum = weighted((int) (payload % 1_000_000)) + weighted((int) (payload / 1_000_000));
        var remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /// One period of the weights: at most six digits, the rightmost times 2, the next times 3, up to 7.
    private static int weighted(int sixDigits) {
        var sum = 0;
        var rest = sixDigits;
        for (int weight = 2; weight <= 7; weight++) {
            var next = rest / 10;
            sum += weight * (rest - next * 10);
            rest = next;
        }
        return sum;
    }

    /// Modulus 9 of 法人番号: weights 1 and 2 in turn from the right; the result is 1 to 9 and stands in front.
    static int modulusNine(long payload) {
        var sum = 0;
        var weight = 1;
        for (var rest = payload; rest > 0; rest /= 10) {
            sum += weight * (int) (rest % 10);
            weight = 3 - weight;
        }
        return 9 - sum % 9;
    }

    /// The check of 全国地方公共団体コード: weights 2 to 6 from the right; 11 less the remainder, of which the last
    /// digit counts.
    static int municipality(int fiveDigits) {
        return (11 - weighted(fiveDigits) % 11) % 10;
    }
}
