package jp.bansho.testing;

import java.util.regex.Pattern;

/// A strict check for the JSON that the commands write: one object on one line, objects inside hold counts alone.
public final class Json {

    private static final String TEXT = "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-f]{4})*+\"";
    private static final String NUMBER = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:E-?[0-9]+)?";
    private static final String COUNTS = object(NUMBER);
    private static final Pattern OBJECT =
            Pattern.compile(object("(?:" + TEXT + "|" + NUMBER + "|true|false|" + COUNTS + ")"));

    private Json() {}

    private static String object(String value) {
        var member = TEXT + ":" + value;
        return "\\{(?:" + member + "(?:," + member + ")*+)?\\}";
    }

    /// Whether the line is one such object.
    public static boolean isObject(String line) {
        return OBJECT.matcher(line).matches();
    }

    /// The value of a member as it is written; empty if there is none.
    public static String value(String line, String name) {
        var found = Pattern.compile("\"" + name + "\":(" + TEXT + "|[^,}]+)").matcher(line);
        return found.find() ? found.group(1).replaceAll("^\"|\"$", "") : "";
    }
}
