package jp.bansho.media;

import java.util.regex.Pattern;

/// What may stand in a manifest. No rule lets twelve digits through that could be an Individual Number
/// 個人番号, whatever stands around them. The ledger holds its texts to the same rules.
public final class Rules {

    /// Eleven digits: no count or size of a manifest looks like a number.
    static final long LARGEST_COUNT = 99_999_999_999L;

    static final int MOST_FILES = 5_000;
    static final int MOST_SEGMENTS = 100_000;
    static final int LEAST_SEGMENT_BYTES = 16;
    static final int MOST_SEGMENT_BYTES = 64 << 20;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\.|$))[a-z0-9][a-z0-9-]{0,47}(?:\\.[a-z0-9]{1,8})?");
    private static final Pattern TEXT =
            Pattern.compile("(?U)(?=\\S)[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]{1,200}(?<=\\S)");
    private static final String DIGIT = "[0-9０-９]";
    private static final Pattern NUMBER = Pattern.compile(DIGIT + "{12}|(?<!" + DIGIT + ")" + DIGIT + "{4}[ \\-　‐－]?"
            + DIGIT + "{4}[ \\-　‐－]?" + DIGIT + "{4}(?!" + DIGIT + ")");

    private Rules() {}

    /// A word such as `identity-results`.
    public static String code(String field, String value) {
        return check(field, CODE, value);
    }

    /// Who, by a handle and never by name.
    public static String handle(String field, String value) {
        return check(field, HANDLE, value);
    }

    /// A plain name without folders.
    static String fileName(String value) {
        return check("file name", FILE_NAME, value);
    }

    /// One line.
    public static String text(String field, String value) {
        return check(field, TEXT, value);
    }

    static long count(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is outside its limits");
        }
        return value;
    }

    private static String check(String field, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " breaks its rule");
        }
        if (NUMBER.matcher(value).find()) {
            throw new IllegalArgumentException("twelve digits may not stand in " + field);
        }
        return value;
    }
}
