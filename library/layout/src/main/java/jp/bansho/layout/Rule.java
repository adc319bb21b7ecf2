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
    COMBINATION("他の項目との関係が正しくありません。", "The column does not agree with other columns."),
    EDGE_BLANK("先頭または末尾に空白があります。", "There is a blank at the beginning or the end."),
    BLANKS("空白が2文字以上続いています。", "Two or more blanks follow each other."),
    ADDRESS_PUNCTUATION("住所に句読点等は使用できません。", "Punctuation is not allowed in an address."),
    ADDRESS_NUMBER_MARK("番地等の区切りは「－」「～」「・」だけです。", "Numbers of an address are separated by －, ～ or ・ only."),
    ADDRESS_POSTAL_CODE("住所に郵便番号は記録しません。", "A postal code is not recorded in an address."),
    ADDRESS_CITY("政令指定都市の市名が省略されています。", "The name of the designated city before its ward is missing."),
    NAME_TITLE("氏名に敬称は付けません。", "A name is recorded without a title."),
    NAME_MARK("氏名に数字や句読点は使用できません。", "Digits and punctuation are not allowed in a name."),
    ORGANISATION_ABBREVIATION(
            "法人の種類の略称は括弧で囲んでください（例：（株）、（株、株））。",
            "The abbreviation of a kind of organisation has to stand in brackets, as （株）, （株 or 株）."),
    TELEPHONE("電話番号の形が正しくありません。", "This is not the form of a telephone number."),
    CHECK_DIGIT("検査用数字が正しくありません。", "The check digit is wrong."),
    MUNICIPALITY("市区町村コードが正しくありません。", "This is not a code of a municipality."),
    UNPAID_EXCEEDS("未払金額が支払金額を超えています。", "The unpaid amount is greater than the amount paid."),
    UNCOLLECTED_EXCEEDS("未徴収税額が源泉徴収税額を超えています。", "The uncollected tax is greater than the tax withheld."),
    TAX_EXCEEDS("源泉徴収税額が支払金額を超えています。", "The tax withheld is greater than the amount paid."),
    PREMIUMS_EXCEED("社会保険料の金額が支払金額の合計を超えています。", "The premiums are greater than all amounts paid."),
    AMOUNT_MISSING("支払金額がどの区分にもありません。", "No bucket has an amount paid."),
    SPOUSE_MISSING("配偶者が「有」ですが、氏名がありません。", "There is a spouse, but the name is missing."),
    SPOUSE_UNEXPECTED("配偶者が「無」ですが、配偶者の記録があります。", "There is no spouse, but something of a spouse is recorded."),
    NAME_MISSING("氏名がない方の記録があります。", "Something is recorded of a person without a name."),
    KIND_MISSING("氏名がありますが、区分がありません。", "There is a name, but the kind is missing."),
    GAP("1人目が空で、2人目が記録されています。", "The first place is empty and the second is not."),
    NAMED_TOO_MANY("氏名の数が人数を超えています。", "More people are named than are counted."),
    NAMED_TOO_FEW("人数に対して氏名が足りません。", "Fewer people are named than are counted."),
    NON_RESIDENTS("非居住者の区分の数が人数を超えています。", "More people are marked as not resident than are counted."),
    DISABLED_TOGETHER("同居の特別障害者の数が特別障害者の数を超えています。", "More live together than are severely disabled."),
    DISABLED_TOO_MANY("障害者の数が親族等の数を超えています。", "More relatives are disabled than there are relatives."),
    CONTRADICTION("両方に該当することはありません。", "Both cannot be so."),
    BORN_LATER("生年月日が年分より後です。", "The day of birth is after the tax year."),
    RECORD_ORDER("ヘッダ・データ・トレーラの並びが正しくありません。", "Header, data and trailer do not follow each other as they must."),
    GROUP_ORDER("市町村コードが昇順ではありません。", "The codes of the municipalities do not ascend."),
    GROUP_KEY("ヘッダと共通の項目が一致しません。", "A field differs from that of the header it shares."),
    TOTAL_COUNT("合計件数がデータの件数と一致しません。", "The count of the trailer is not the number of records."),
    TOTAL_AMOUNT("合計金額がデータの合計と一致しません。", "The sum of the trailer is not that of the records.");

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
