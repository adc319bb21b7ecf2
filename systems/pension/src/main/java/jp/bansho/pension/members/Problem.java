package jp.bansho.pension.members;

import jp.bansho.identifiers.IdentifierFault;
import jp.bansho.layout.Violation;

/// What is wrong with a row of the file; it never quotes the row.
///
/// @param line     from 1
/// @param column   from 1; 0 for the row as a whole
/// @param word     a word for programs, such as `check-digit`
/// @param english  what to mend
/// @param japanese the same in Japanese
public record Problem(long line, int column, String word, String english, String japanese) {

    /// A broken rule of the layout.
    public static Problem of(Violation violation) {
        var rule = violation.rule();
        return new Problem(violation.line(), violation.column(), word(rule), rule.english(), rule.japanese());
    }

    /// An identifier that is none.
    public static Problem of(long line, int column, IdentifierFault fault) {
        return new Problem(line, column, word(fault), fault.english(), fault.japanese());
    }

    /// A row whose key stood in the file before.
    public static Problem twice(long line) {
        return new Problem(line, 1, "twice", "The same stands in the file before.", "同じ行がすでに前にあります。");
    }

    /// What looks like an Individual Number (個人番号).
    public static Problem twelveDigits(long line, int column) {
        return new Problem(
                line,
                column,
                "twelve-digits",
                "Twelve digits may not stand here: no Individual Number comes into this machine.",
                "12桁の数字は記録できません。この機械に個人番号を入れることはできません。");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// One line for people.
    public String sentence() {
        return "%d行 %d列 line %d column %d: %s / %s".formatted(line, column, line, column, japanese, english);
    }
}
