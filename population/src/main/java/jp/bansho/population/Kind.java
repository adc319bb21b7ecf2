package jp.bansho.population;

/// The three kinds of people whose numbers are kept (duty N2), with their code in the `identifiers` file.
public enum Kind {
    /// 受給権者, who receives a pension.
    RECIPIENT(1),
    /// 加給年金額対象配偶者, the spouse for whom a pension is raised.
    SPOUSE(2),
    /// 扶養控除対象者, who is named on the recipient's tax declaration only.
    DEPENDANT(3);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /// 1, 2 or 3.
    public int code() {
        return code;
    }

    /// The kind with this code (IllegalArgumentException if there is none).
    public static Kind of(int code) {
        return switch (code) {
            case 1 -> RECIPIENT;
            case 2 -> SPOUSE;
            case 3 -> DEPENDANT;
            default -> throw new IllegalArgumentException("no kind of person has the code " + code);
        };
    }
}
