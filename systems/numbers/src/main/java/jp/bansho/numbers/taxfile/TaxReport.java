package jp.bansho.numbers.taxfile;

import java.util.Arrays;
import java.util.List;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Purpose;

/// The two papers of the tax season: slips for the tax office (源泉徴収票, N6), reports for the
/// municipalities (支払報告書, N7).
public enum TaxReport {
    /// 公的年金等の源泉徴収票, code 377.
    WITHHOLDING(
            "withholding",
            "源泉徴収票",
            "withholding-source",
            "nta-377",
            "withholding-slips",
            Purpose.WITHHOLDING_SLIP,
            JobKind.WITHHOLDING,
            0,
            76),
    /// 公的年金等支払報告書; one file for each municipality.
    PAYMENT_REPORT(
            "payment-report",
            "支払報告書",
            "payment-report-source",
            "municipal-report",
            "payment-reports",
            Purpose.PAYMENT_REPORT,
            JobKind.PAYMENT_REPORT,
            76,
            84);

    /// The column that says whether a slip is new or changes one that was submitted (訂正表示).
    static final int MARK = 10;

    private final String word;
    private final String japanese;
    private final String source;
    private final String target;
    private final String label;
    private final Purpose purpose;
    private final JobKind kind;
    private final int municipality;
    private final int association;

    TaxReport(
            String word,
            String japanese,
            String source,
            String target,
            String label,
            Purpose purpose,
            JobKind kind,
            int municipality,
            int association) {
        this.word = word;
        this.japanese = japanese;
        this.source = source;
        this.target = target;
        this.label = label;
        this.purpose = purpose;
        this.kind = kind;
        this.municipality = municipality;
        this.association = association;
    }

    /// The word of the command line and the database.
    public String word() {
        return word;
    }

    /// The name on Japanese screens and papers.
    public String japanese() {
        return japanese;
    }

    /// The content word of the parcel that comes, and its layout.
    public String source() {
        return source;
    }

    /// The content word of the parcel that leaves, and its layout.
    public String target() {
        return target;
    }

    /// The one file of the parcel that comes.
    String sourceFile() {
        return source + ".csv";
    }

    /// The purpose on the label of the parcel that comes.
    String label() {
        return label;
    }

    Purpose purpose() {
        return purpose;
    }

    JobKind kind() {
        return kind;
    }

    /// The column of the municipality each of which has its own file; 0 if there is one row of
    /// files.
    int municipality() {
        return municipality;
    }

    /// The column of the source with the association.
    int association() {
        return association;
    }

    /// The name of an output file: `377dat01.txt`, or `13101-331dat01.txt` because a parcel has
    /// no folders.
    String fileName(String group, int number) {
        return municipality == 0 ? "377dat%02d.txt".formatted(number) : "%s-331dat%02d.txt".formatted(group, number);
    }

    /// True if a record of that mark takes a submitted slip back: 1 at the tax agency, 3 (取消)
    /// at eLTAX.
    boolean voids(int mark) {
        return mark == voiding();
    }

    /// The mark that takes a submitted slip back.
    int voiding() {
        return municipality == 0 ? '1' : '3';
    }

    /// True if a record of that mark stands for a slip nobody has seen yet: 0, and 1 (追加) at
    /// eLTAX.
    boolean isNew(int mark) {
        return mark == '0' || (municipality != 0 && mark == '1');
    }

    /// True if a record of that mark brings a report that comes later than the others (追加): 1 at
    /// eLTAX. At the tax agency there is none.
    boolean adds(int mark) {
        return municipality != 0 && mark == '1';
    }

    /// The report of that word.
    ///
    /// @throws TaxfileRefused if there is none
    public static TaxReport of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new TaxfileRefused(
                        "no-such-report", "no such report; one of: " + words(), "その帳票はありません。次から選んでください: " + words()));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(TaxReport::word).toList();
    }
}
