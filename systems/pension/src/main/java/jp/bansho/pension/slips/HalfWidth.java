package jp.bansho.pension.slips;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;

/// Katakana in half width: the other way round from what Unicode's compatibility forms say.
final class HalfWidth {

    private static final char FIRST = '\uFF61';
    private static final char LAST = '\uFF9F';
    private static final Map<Character, Character> NARROW = narrow();

    private HalfWidth() {}

    /// The same reading, a voiced sound as two characters, blanks as ASCII. What is no kana stays as it is.
    static String of(String katakana) {
        var apart = Normalizer.normalize(katakana, Form.NFD);
        var text = new StringBuilder(apart.length());
        for (var i = 0; i < apart.length(); i++) {
            text.append(NARROW.getOrDefault(apart.charAt(i), apart.charAt(i)).charValue());
        }
        return text.toString();
    }

    private static Map<Character, Character> narrow() {
        var narrow = new HashMap<Character, Character>();
        for (var half = FIRST; half <= LAST; half++) {
            var full = Normalizer.normalize(String.valueOf(half), Form.NFKC);
            if (full.length() == 1) {
                narrow.put(full.charAt(0), half);
            }
        }
        narrow.put('\u3000', ' ');
        return Map.copyOf(narrow);
    }
}
