package jp.bansho.jlis.inquiry;

/// Why a batch is not answered; the words are part of the line's contract.
public enum Problem {
    /// The rows cannot be told apart, or not be given back.
    NOT_UNDERSTOOD("not-understood", 400, "the batch is not understood", "照会データを解釈できません"),
    /// Too many rows or bytes.
    TOO_LARGE("too-large", 413, "the batch is too large", "照会データが大きすぎます"),
    /// The certificate is not known here, or not for these affairs.
    NOT_ENTITLED("not-entitled", 403, "the asker is not entitled to this", "照会の権限がありません"),
    /// The same job and batch came before with other rows.
    OTHER_CONTENT("other-content", 409, "the same batch came before with another content", "同じ処理番号で内容の異なる照会です"),
    /// The same was asked before, and the answer is no longer kept.
    ANSWER_ERASED(
            "answer-erased",
            410,
            "the answer is no longer kept; ask under another job",
            "回答の保存期間が過ぎています。別の処理番号で照会してください");

    private final String word;
    private final int status;
    private final String english;
    private final String japanese;

    Problem(String word, int status, String english, String japanese) {
        this.word = word;
        this.status = status;
        this.english = english;
        this.japanese = japanese;
    }

    /// The word that stands as `type`.
    public String word() {
        return word;
    }

    /// The status of HTTP.
    public int status() {
        return status;
    }

    /// The sentence in English.
    public String english() {
        return english;
    }

    /// The sentence in Japanese.
    public String japanese() {
        return japanese;
    }
}
