package jp.bansho.characters;

import java.text.Normalizer;

/// The half-width form of each plain katakana.
final class HalfKana {

    private static final char[] FORMS = forms();

    private HalfKana() {}

    static char of(char katakana) {
        return FORMS[katakana - 'ァ'];
    }

    private static char[] forms() {
        var forms = new char['ー' - 'ァ' + 1];
        for (var half = '\uFF66'; half <= '\uFF9D'; half++) {
            var full = Normalizer.normalize(String.valueOf(half), Normalizer.Form.NFKC)
                    .charAt(0);
            forms[full - 'ァ'] = half;
        }
        return forms;
    }
}
