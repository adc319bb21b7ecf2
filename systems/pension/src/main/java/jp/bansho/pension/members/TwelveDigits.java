package jp.bansho.pension.members;

import java.util.regex.Pattern;
import jp.bansho.layout.RecordReader;

/// What looks like an Individual Number (個人番号): twelve digits standing alone, of any width, in one or three groups.
public final class TwelveDigits {

    private static final int LENGTH = 12;
    private static final String DIGIT = "[0-9０-９]";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<!" + DIGIT + ")" + DIGIT + "{4}[ \\-　‐－]?" + DIGIT + "{4}[ \\-　‐－]?" + DIGIT + "{4}(?!" + DIGIT + ")");

    private TwelveDigits() {}

    /// Whether a column of the current record has them.
    public static boolean in(RecordReader row, int column) {
        return row.length(column) >= LENGTH && NUMBER.matcher(row.text(column)).find();
    }
}
