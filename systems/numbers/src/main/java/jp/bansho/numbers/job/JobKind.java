package jp.bansho.numbers.job;

/// The kinds of jobs over files.
public enum JobKind {
    /// Registration from the identity-inquiry result file (本人確認情報照会結果ファイル); N4.
    RESULTS("results", "本人確認情報照会結果の一括登録"),
    /// Registration from the dependants file (扶養控除対象者ファイル); N5.
    DEPENDANTS("dependants", "扶養控除対象者の一括登録"),
    /// Linking of further identifiers (利用番号等); N1.
    IDENTIFIERS("identifiers", "利用番号等の一括登録"),
    /// Numbers into the withholding slips of the tax office (源泉徴収票ファイル); N6.
    WITHHOLDING("withholding", "源泉徴収票への個人番号の追加"),
    /// Numbers into the payment reports of all municipalities (支払報告書); N7.
    PAYMENT_REPORT("payment-report", "支払報告書への個人番号の追加");

    private final String word;
    private final String japanese;

    JobKind(String word, String japanese) {
        this.word = word;
        this.japanese = japanese;
    }

    /// The word of the command line, the database and the record.
    public String word() {
        return word;
    }

    /// The name on Japanese papers.
    public String japanese() {
        return japanese;
    }

    static JobKind of(String word) {
        for (var kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of job has that word");
    }
}
