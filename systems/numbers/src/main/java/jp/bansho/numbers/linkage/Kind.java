package jp.bansho.numbers.linkage;

/// The three kinds of people (N2).
public enum Kind {
    /// 年金受給権者.
    RECIPIENT(1, "recipient", "年金受給権者"),
    /// 加給年金額対象配偶者.
    SPOUSE(2, "spouse", "加給年金額対象配偶者"),
    /// 扶養控除対象者.
    DEPENDANT(3, "dependant", "扶養控除対象者");

    private final int code;
    private final String word;
    private final String japanese;

    Kind(int code, String word, String japanese) {
        this.code = code;
        this.word = word;
        this.japanese = japanese;
    }

    /// The code in the database: 1, 2, 3.
    public int code() {
        return code;
    }

    /// The English word of machine-readable output.
    public String word() {
        return word;
    }

    /// The legal term.
    public String japanese() {
        return japanese;
    }

    /// The kind of that code.
    public static Kind of(int code) {
        for (var kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of person has that code");
    }
}
