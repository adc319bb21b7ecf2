package jp.bansho.population;

/// What can be wrong in a dependants file (扶養控除対象者ファイル).
enum DependantsFault implements Fault {
    /// Only ever at the start of a file.
    BYTE_ORDER_MARK("byte-order-mark", 1, "invalid:byte-order-mark"),
    BAD_CHECK_DIGIT("bad-check-digit", 1, "invalid:check-digit"),
    DUPLICATE_ROW("duplicate-row", 0, "unchanged"),
    /// Another person already holds this number.
    NUMBER_OF_ANOTHER("number-of-another", 1, "conflict"),
    /// The person comes a second time, with another number.
    SECOND_NUMBER("second-number", 1, "conflict"),
    FULL_WIDTH_DIGITS("full-width-digits", 1, "invalid:not-digits"),
    MISSING_COLUMN("missing-column", 0, "invalid:column-count"),
    TRAILING_COMMA("trailing-comma", 0, "invalid:column-count");

    private final String word;
    private final int column;
    private final String outcome;

    DependantsFault(String word, int column, String outcome) {
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

    @Override
    public boolean atFileStart() {
        return this == BYTE_ORDER_MARK;
    }
}
