package jp.bansho.jlis.inquiry;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Takes variant characters (異体字) for one: variation selectors go, compatibility characters become the plain ones, and
/// `inquiry/variants.tsv` says the rest. Spaces do not count.
final class Variants {

    private final Map<Integer, Integer> unified = new HashMap<>();

    Variants() {
        for (var line : DeskTable.rows("variants.tsv")) {
            unified.put(line.get(0).codePointAt(0), line.get(1).codePointAt(0));
        }
    }

    /// The form that is compared.
    String unify(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var result = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(each -> !selector(each) && !Character.isWhitespace(each))
                .map(each -> unified.getOrDefault(each, each))
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static boolean selector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }
}
