package jp.bansho.identifiers;

/// Why a text is not the identifier it claims to be, in words for the person who typed or delivered it (N5).
///
/// The messages are fixed texts: no fault ever carries the input, a part of it, or the digit that was expected.
public enum IdentifierFault {
    EMPTY("値が入力されていません。", "The value is missing."),
    CHARACTERS(
            "使用できない文字が含まれています。数字・英字は半角で入力してください。",
            "It contains a character that is not allowed. Digits and letters must be half-width."),
    LENGTH("桁数が正しくありません。", "It has the wrong number of characters."),
    ALL_ZERO("すべて0の番号は使用できません。", "A number of nothing but zeros is not in use."),
    CHECK_DIGIT("検査用数字が一致しません。入力内容を確認してください。", "The check digit does not fit. Compare it with the original paper."),
    RANGE("使用されていないコードです。", "The code lies outside of those in use."),
    PATTERN("この組合で定めた形式と一致しません。", "It does not have the form that this association has laid down."),
    ERA("元号コードが正しくないか、日付がその元号の期間にありません。", "The era code is unknown, or the date does not lie in that era."),
    DATE("暦に存在しない日付です。", "There is no such date in the calendar.");

    private final String japanese;
    private final String english;

    IdentifierFault(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// One sentence for a Japanese reader.
    public String japanese() {
        return japanese;
    }

    /// The same sentence for an English reader.
    public String english() {
        return english;
    }

    public <T> Parsed<T> refuses() {
        return new Parsed.Invalid<>(this);
    }
}
