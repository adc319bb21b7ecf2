package jp.bansho.layout;

import org.jspecify.annotations.Nullable;

/// How a person's name (氏名) and its kana (フリガナ) are worded on the papers.
final class PersonName {

    private static final byte[][] TITLES = {Pair.bytes("様"), Pair.bytes("殿"), Pair.bytes("氏")};
    private static final int FIRST_KANA = Pair.of('ァ');
    private static final int LAST_KANA = Pair.of('ヶ');
    private static final int LONG = Pair.of('ー');

    private PersonName() {}

    @Nullable
    static Rule broken(byte[] b, int from, int to) {
        if (Pair.edges(b, from, to)) {
            return Rule.EDGE_BLANK;
        }
        if (Pair.blanks(b, from, to)) {
            return Rule.BLANKS;
        }
        for (var i = from; i < to; i += 2) {
            var pair = Pair.at(b, i);
            if (Pair.punctuation(pair) || Pair.digit(pair)) {
                return Rule.NAME_MARK;
            }
        }
        return to - from > 2 && Pair.ends(TITLES, b, from, to) ? Rule.NAME_TITLE : null;
    }

    /// Katakana, the long mark, the middle dot and blanks, in either width.
    static boolean kana(byte[] b, int from, int to) {
        var i = from;
        while (i < to) {
            if (b[i] == ' ' || ((b[i] & 0xFF) >= 0xA5 && (b[i] & 0xFF) <= 0xDF)) {
                i++;
            } else if (i + 1 < to && wide(Pair.at(b, i))) {
                i += 2;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean wide(int pair) {
        return (FIRST_KANA <= pair && pair <= LAST_KANA) || pair == LONG || pair == Pair.DOT || pair == Pair.BLANK;
    }
}
