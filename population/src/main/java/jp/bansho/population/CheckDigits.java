package jp.bansho.population;

/// The check digits (検査用数字) of the numbers that a population needs, worked out from the published formulas.
///
/// This class shares no code with the library that checks numbers. That is its purpose: a generator that is written
/// apart from the checker is an independent oracle, and whatever both agree on has been computed twice.
final class CheckDigits {

    private CheckDigits() {}

    /// The last digit of an Individual Number (個人番号) whose first eleven digits are `eleven`
    /// (平成26年総務省令第85号 第5条).
    static int ofIndividualNumber(long eleven) {
        return elevenMinusRemainder(eleven);
    }

    /// The last digit of a resident record code (住民票コード) whose first ten digits are `ten` (平成14年総務省告示第436号).
    static int ofResidentRecordCode(long ten) {
        return elevenMinusRemainder(ten);
    }

    /// The sixth digit of a municipality code (全国地方公共団体コード) whose first five digits are `five`.
    static int ofMunicipality(int five) {
        int sum = 0;
        int rest = five;
        for (int weight = 2; weight <= 6; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return (11 - sum % 11) % 10;
    }

    /// The **first** digit of a corporate number (法人番号) whose other twelve digits are `twelve`; never 0.
    static int ofCorporateNumber(long twelve) {
        int sum = 0;
        long rest = twelve;
        for (int position = 1; position <= 12; position++) {
            int digit = (int) (rest % 10);
            sum += position % 2 == 1 ? digit : 2 * digit;
            rest /= 10;
        }
        return 9 - sum % 9;
    }

    /// Digit n, counted from the right of the body, weighs n+1 up to the sixth and n−5 from the seventh on.
    private static int elevenMinusRemainder(long body) {
        int sum = 0;
        long rest = body;
        for (int position = 1; rest > 0; position++) {
            int weight = position <= 6 ? position + 1 : position - 5;
            sum += (int) (rest % 10) * weight;
            rest /= 10;
        }
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }
}
