package jp.bansho.audit;

import java.util.regex.Pattern;

/// The last line of defence against an Individual Number 個人番号 in free text: no twelve digits standing alone.
///
/// The rule looks at the shape only, not at the check digit, so that it fails on the first test and not on two
/// of eleven people. Digests, UUIDs and longer or shorter numbers pass. It cannot see a number that was split,
/// encoded or put into a `long`; the types of the components are the first line of defence.
final class NumberGuard {

    private static final String DIGIT = "[0-9０-９]";
    private static final String BORDER = "[0-9０-９A-Za-z_-]";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<!" + BORDER + ")" + DIGIT + "{4}[ \\-　]?" + DIGIT + "{4}[ \\-　]?" + DIGIT + "{4}(?!" + BORDER + ")");

    private NumberGuard() {}

    static void check(String owner, String field, String text) {
        if (NUMBER.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "twelve digits standing alone may not be recorded: " + owner + "." + field);
        }
    }
}
