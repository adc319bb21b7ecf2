package jp.bansho.numbers.linkage;

/// The identifiers a person can be found by (N1).
public enum Identifier {
    USER_NUMBER("user_number", "利用番号"),
    OWN_NUMBER("own_number", "共済組合独自番号"),
    CERTIFICATE_NUMBER("certificate_number", "年金証書記号番号"),
    BASIC_PENSION_NUMBER("basic_pension_number", "基礎年金番号"),
    PAYROLL_NUMBER("payroll_number", "給料記録番号");

    private final String column;
    private final String japanese;

    Identifier(String column, String japanese) {
        this.column = column;
        this.japanese = japanese;
    }

    String column() {
        return column;
    }

    /// The legal term.
    public String japanese() {
        return japanese;
    }
}
