package jp.bansho.population;

/// What can be wrong in the withholding source file (源泉徴収票).
enum TaxFault implements Fault {
    /// 髙 as the bytes FB FC or EE E0 that vendors added to Shift_JIS.
    VENDOR_CHARACTER("vendor-character", 14, "violation:character-not-allowed"),
    HALF_WIDTH_KANA("half-width-kana", 14, "violation:full-width-expected"),
    COMMA_LOST("comma-lost", 0, "violation:column-count"),
    EXTRA_COLUMN("extra-column", 0, "violation:column-count"),
    LF_WITHOUT_CR("lf-without-cr", 0, "violation:line-end"),
    NAME_TOO_LONG("name-too-long", 14, "violation:width"),
    QUOTED_FIELD("quoted-field", 14, "violation:quote"),
    INVALID_DATE("invalid-date", 15, "violation:combination"),
    /// The file ends within its last record.
    TRUNCATED_RECORD("truncated-record", 0, "violation:line-end");

    private final String word;
    private final int column;
    private final String outcome;

    TaxFault(String word, int column, String outcome) {
        this.word = word;
        this.column = column;
        this.outcome = outcome;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int column() {
        return column;
    }

    @Override
    public String outcome() {
        return outcome;
    }
}
