package jp.bansho.jlis.inquiry;

import java.text.Normalizer;

/// Compares kana by sound rather than by spelling: half and full width, hiragana and katakana, small and large kana are
/// the same; voiced marks, long marks, spaces and points do not count.
final class Kana {

    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String LONG = "ー-‐‑‒–—―−";

    private Kana() {}

    /// The form that is compared.
    static String key(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var key = new StringBuilder(apart.length());
        for (var i = 0; i < apart.length(); i++) {
            var each = katakana(apart.charAt(i));
            if (Character.isLetter(each) && LONG.indexOf(each) < 0) {
                var small = SMALL.indexOf(each);
                key.append(small < 0 ? each : LARGE.charAt(small));
            }
        }
        return key.toString();
    }

    private static char katakana(char each) {
        return each >= 'ぁ' && each <= 'ゖ' ? (char) (each + 'ァ' - 'ぁ') : each;
    }
}
