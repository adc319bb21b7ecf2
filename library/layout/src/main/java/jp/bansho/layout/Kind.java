package jp.bansho.layout;

/// What characters a column may hold, and so in what unit its width is counted.
public enum Kind {
    /// ASCII digits; width in bytes.
    DIGITS,
    /// 半角 half-width: printable ASCII without comma and quotation mark; width in bytes.
    HALF,
    /// An identifier as [#HALF], without blanks; width in bytes.
    IDENTIFIER,
    /// 全角 full-width: JIS X 0208 level 1 and 2, two bytes each; width in characters.
    FULL,
    /// Half-width (with half-width kana) or full-width, for columns whose official text is in doubt; width in
    /// characters.
    EITHER,
    /// 半角カナ half-width kana of a name and blanks, in Shift_JIS one byte each; width in characters.
    KANA,
    /// Any UTF-8 text without control characters, comma and quotation mark; width in code points.
    TEXT,
    /// A calendar day `yyyyMMdd`; always eight bytes.
    DATE,
    /// Nothing at all: the column is kept empty by order of the layout.
    EMPTY
}
