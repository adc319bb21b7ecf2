package jp.bansho.audit;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The little JSON that is written here: always on one line, with one way only to write each value.
final class Json {

    private static final HexFormat HEX = HexFormat.of();

    private Json() {}

    /// A string with the least escaping; half a surrogate pair is escaped too, so that the text always has a
    /// UTF-8 form.
    static void string(StringBuilder json, @Nullable String text) {
        if (text == null) {
            json.append("null");
            return;
        }
        json.append('"');
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (character < 0x20 || lone(text, i)) {
                        json.append("\\u").append(HEX.toHexDigits(character));
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean lone(String text, int i) {
        char character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(character) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
