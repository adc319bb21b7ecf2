package jp.bansho.characters;

import java.text.Normalizer;
import java.util.ArrayList;

/// Names in kana (フリガナ) in full-width and half-width katakana.
public final class Kana {

    private static final String OTHERS = "ヵヶヮヰヱヲ゛゜ー・「」。、\u3000\u2212";
    private static final String HALF = "ｶｹﾜｲｴｦﾞﾟｰ･｢｣｡､ -";

    private Kana() {}

    /// The kana in full-width katakana; hiragana and half-width kana are turned into it.
    ///
    /// @return not `whole` when a character is neither kana, a sound mark, a middle dot nor a blank
    public static Written full(String kana) {
        var katakana = new StringBuilder();
        kana.chars().forEach(one -> katakana.append((char) (one >= 'ぁ' && one <= 'ゖ' ? one + 0x60 : one)));
        var written = WayDown.of(katakana.toString());
        var text = written.text().replace('\u2212', 'ー').replace('\u2010', 'ー');
        return new Written(
                text, written.replacements(), written.whole() && text.chars().allMatch(one -> kana((char) one)));
    }

    /// The kana in half-width katakana with their sound marks apart, as the municipalities' layouts want it.
    ///
    /// @return not `whole` when a character has no such form
    public static Written half(String kana) {
        var full = full(kana);
        if (!full.whole()) {
            return full;
        }
        var parts = new ArrayList<String>();
        full.text().chars().forEach(one -> parts.add(half((char) one)));
        return new Written(String.join("", parts), full.replacements(), true);
    }

    private static boolean kana(char one) {
        return (one >= 'ァ' && one <= 'ヶ') || one == 'ー' || one == '・' || one == '\u3000';
    }

    private static String half(char one) {
        var other = OTHERS.indexOf(one);
        if (other >= 0) {
            return String.valueOf(HALF.charAt(other));
        }
        var apart = Normalizer.normalize(String.valueOf(one), Normalizer.Form.NFD);
        var letter = String.valueOf(HalfKana.of(apart.charAt(0)));
        if (apart.length() == 1) {
            return letter;
        }
        return letter + (apart.charAt(1) == '\u3099' ? 'ﾞ' : 'ﾟ');
    }
}
