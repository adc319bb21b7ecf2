package jp.bansho.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/// A name reduced to what stays the same however it is typed: no spaces or marks, full-width and half-width
/// alike, the variant characters 異体字 of common family names folded to one. Approvals compare it, so that
/// one human being with accounts in two organisations cannot approve for themselves (four eyes). Two people
/// of one name have one key; that refuses too much rather than too little.
public final class NameKey {

    /// Groups of variants; the first of each group stands for all.
    private static final String VARIANTS = """
            高髙 崎﨑嵜㟢碕 辺邊邉 斎斉齋齊 沢澤 浜濱濵 広廣 桜櫻 島嶋嶌 国國 竜龍 真眞 恵惠 蔵藏 瀬瀨 条條 寿壽 栄榮 徳德 吉𠮷 富冨
            関關 滝瀧 桧檜 峰峯 野埜 晃晄 万萬 与與 礼禮 静靜 豊豐 黒黑 緑綠 郎郞 橋槗 館舘 歳嵗 凜凛 曽曾 桑桒 亀龜 塩鹽
            """;

    private NameKey() {}

    /// The key of a name; empty only if the name has no letter at all.
    public static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(plain.length());
        var before = 0;
        for (var character :
                plain.codePoints().filter(Character::isLetterOrDigit).toArray()) {
            // the repetition mark: 佐々木 is also written 佐佐木
            before = character == '々' && before != 0 ? before : fold(character);
            key.appendCodePoint(before);
        }
        return key.toString();
    }

    private static int fold(int character) {
        var at = VARIANTS.indexOf(Character.toString(character));
        if (at < 0) {
            return character;
        }
        var first = at;
        while (first > 0 && !Character.isWhitespace(VARIANTS.charAt(first - 1))) {
            first--;
        }
        return VARIANTS.codePointAt(first);
    }

    /// The groups of variants, for the test.
    static String variants() {
        return VARIANTS.lines().collect(Collectors.joining(" "));
    }
}
