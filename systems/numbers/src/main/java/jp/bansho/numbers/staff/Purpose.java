package jp.bansho.numbers.staff;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The purposes (利用目的) for which a number may be touched: office work of the pension law and of the tax
/// law. Nobody acts without one, and the record keeps it (L1, C5).
public enum Purpose {
    /// Award of a pension.
    PENSION_DETERMINATION("pension-determination", "年金の決定", true),
    /// Payment of a pension.
    PENSION_PAYMENT("pension-payment", "年金の支給", true),
    /// Inquiry into contribution records.
    RECORD_INQUIRY("record-inquiry", "年金記録の照会", true),
    /// Advice to a person about the pension.
    PENSION_CONSULTATION("pension-consultation", "年金相談", true),
    /// First and later registration of numbers obtained from J-LIS.
    NUMBER_REGISTRATION("number-registration", "個人番号の登録", true),
    /// Whether recipients live and whether their numbers changed, each odd month (N8).
    LIFE_STATUS("life-status", "生存照会", true),
    /// Dependants declared for tax deduction (N5, N9).
    DEPENDANTS_DECLARATION("dependants-declaration", "扶養親族等申告書の処理", false),
    /// Withholding slips for the tax office (N6).
    WITHHOLDING_SLIP("withholding-slip", "公的年金等の源泉徴収票の作成", false),
    /// Payment reports for the municipalities (N7).
    PAYMENT_REPORT("payment-report", "公的年金等支払報告書の作成", false);

    private final String word;
    private final String japanese;
    private final boolean pension;

    Purpose(String word, String japanese, boolean pension) {
        this.word = word;
        this.japanese = japanese;
        this.pension = pension;
    }

    /// The word of the command line and of the record.
    public String word() {
        return word;
    }

    /// The name on Japanese screens and papers.
    public String japanese() {
        return japanese;
    }

    /// True for office work that uses numbers (個人番号利用事務), false for work related to them (個人番号関係事務); N10.
    public boolean pensionUse() {
        return pension;
    }

    /// The purpose of that word.
    ///
    /// @throws StaffRefused if there is none
    public static Purpose of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new StaffRefused("no such purpose; one of: " + words(), "その利用目的はありません。次から選んでください: " + words()));
    }

    /// All words, for help texts.
    public static String words() {
        return Arrays.stream(values()).map(Purpose::word).collect(Collectors.joining(", "));
    }
}
