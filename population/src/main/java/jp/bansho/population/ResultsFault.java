package jp.bansho.population;

/// What can be wrong in a results file (本人確認情報照会結果).
enum ResultsFault implements Fault {
    BAD_CHECK_DIGIT("bad-check-digit", 31, "invalid:check-digit"),
    ALL_ZERO_NUMBER("all-zero-number", 31, "invalid:all-zero"),
    NOT_DIGITS("not-digits", 31, "invalid:not-digits"),
    COLUMN_COUNT("column-count", 0, "invalid:column-count"),
    BROKEN_UTF_8("broken-utf-8", 26, "invalid:charset"),
    RECORD_IN_SHIFT_JIS("record-in-shift-jis", 0, "invalid:charset"),
    MISSING_USER_NUMBER("missing-user-number", 4, "invalid:obligatory"),
    FOREIGN_USER_NUMBER("foreign-user-number", 4, "not-ours"),
    INCONSISTENT_HITS("inconsistent-hits", 19, "invalid:combination"),
    UNKNOWN_CODE("unknown-code", 18, "invalid:value"),
    LF_WITHOUT_CR("lf-without-cr", 0, "invalid:line-end"),
    /// Another person already holds this number.
    NUMBER_OF_ANOTHER("number-of-another", 31, "conflict"),
    /// The person comes a second time, with another number.
    SECOND_NUMBER("second-number", 31, "conflict");

    private final String word;
    private final int column;
    private final String outcome;

    ResultsFault(String word, int column, String outcome) {
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
