package jp.bansho.pension.slips;

/// What is cut of a year's payments. The words are those of the layouts and of the parcel.
public enum TaxFile {
    /// Withholding slips for the tax office. A wrong one is voided (訂正表示 1) and replaced by a new one.
    SLIPS("slips", "withholding-source", "withholding-slips", "0", "0", "1"),
    /// Payment reports for the municipalities, by ascending municipality code, with the marks of
    /// eLTAX: 0 new, 1 added, 2 corrected, 3 cancelled.
    REPORTS("reports", "payment-report-source", "payment-reports", "0", "1", "3");

    /// Mark of a report that takes the place of the one before.
    static final String CORRECTED = "2";

    private final String word;
    private final String layout;
    private final String purpose;
    private final String fresh;
    private final String added;
    private final String voided;

    TaxFile(String word, String layout, String purpose, String fresh, String added, String voided) {
        this.word = word;
        this.layout = layout;
        this.purpose = purpose;
        this.fresh = fresh;
        this.added = added;
        this.voided = voided;
    }

    /// The word of the command and of the table.
    public String word() {
        return word;
    }

    /// Name of the layout; also the content word of the parcel.
    public String layout() {
        return layout;
    }

    /// Purpose of the parcel.
    public String purpose() {
        return purpose;
    }

    /// Name of the one file in the parcel.
    public String fileName() {
        return layout + ".csv";
    }

    /// Mark of a record in the file of a whole year.
    String fresh() {
        return fresh;
    }

    /// Mark of a record that is handed in later.
    String added() {
        return added;
    }

    /// Mark of a record that takes an earlier one back.
    String voided() {
        return voided;
    }
}
