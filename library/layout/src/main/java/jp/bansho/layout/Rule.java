package jp.bansho.layout;

/// The rules a record can break, each with a message in Japanese and English that says what to mend.
public enum Rule {
    COLUMN_COUNT("項目数がレイアウトと一致しません。", "The number of columns differs from the layout."),
    SEPARATOR("項目がカンマで区切られていません。", "The columns are not separated by commas."),
    LINE_END("レコードの終わりが CR LF ではありません。", "The record does not end with CR LF."),
    BYTE_ORDER_MARK("ファイルの先頭に BOM があります。", "The file begins with a byte order mark."),
    RECORD_LENGTH("レコードが長すぎます。", "The record is too long."),
    EMPTY_RECORD("空のレコードです。", "The record is empty."),
    CHARSET("文字コードとして正しくないバイトがあります。", "Some bytes are not valid in the file's character code."),
    CHARACTER_NOT_ALLOWED(
            "使用できない文字があります（JIS 第1・第2水準以外、制御文字など）。",
            "A character is not allowed (outside JIS level 1 and 2, a control character, and so on)."),
    QUOTE("引用符は使用できません。", "Quotation marks are not allowed."),
    HALF_WIDTH_EXPECTED("半角で記録してください。", "Half-width characters are expected."),
    FULL_WIDTH_EXPECTED("全角で記録してください。", "Full-width characters are expected."),
    KANA_EXPECTED("カナで記録してください。", "Kana are expected."),
    NOT_DIGITS("半角数字で記録してください。", "Only digits are allowed."),
    WIDTH("文字数が入力文字基準に合いません。", "The length does not fit the width rule."),
    VALUE("定められた値ではありません。", "The value is not one of those laid down."),
    OBLIGATORY("必須の項目が空です。", "An obligatory column is empty."),
    EMPTY_EXPECTED("記録しない項目に値があります。", "The column has to stay empty."),
    DATE("実在する日付（yyyyMMdd）ではありません。", "This is not a real day (yyyyMMdd)."),
    COMBINATION("他の項目との関係が正しくありません。", "The column does not agree with other columns.");

    private final String japanese;
    private final String english;

    Rule(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    /// What to mend, in Japanese.
    public String japanese() {
        return japanese;
    }

    /// What to mend, in English.
    public String english() {
        return english;
    }
}
