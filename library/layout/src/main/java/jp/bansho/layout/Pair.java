package jp.bansho.layout;

import java.nio.charset.Charset;
import java.util.List;

/// Two bytes of Shift_JIS as one number, and words made of them.
final class Pair {

    static final int BLANK = of('\u3000');
    static final int DOT = of('・');
    static final int MINUS = of('\u2212');
    static final int WAVE = of('\u301C');
    static final int ZERO = of('０');
    static final int NINE = of('９');
    private static final int FIRST_MARK = of('、');
    private static final int LAST_MARK = of('！');

    private Pair() {}

    static int of(char one) {
        var bytes = bytes(String.valueOf(one));
        return at(bytes, 0);
    }

    static int at(byte[] b, int at) {
        return ((b[at] & 0xFF) << 8) | (b[at + 1] & 0xFF);
    }

    static boolean digit(int pair) {
        return ZERO <= pair && pair <= NINE;
    }

    /// One of `、。，．：；？！`, which stand around the middle dot in one row.
    static boolean punctuation(int pair) {
        return FIRST_MARK <= pair && pair <= LAST_MARK && pair != DOT;
    }

    /// A sign of the first two rows, no digit, letter, kana or kanji.
    static boolean sign(int pair) {
        return pair >>> 8 == 0x81;
    }

    static byte[] bytes(String word) {
        return word.getBytes(Charset.forName("Shift_JIS"));
    }

    static byte[][] words(String table) {
        return Tables.rows(table).stream().map(List::getFirst).map(Pair::bytes).toArray(byte[][]::new);
    }

    /// The length of the longest of the words that begins at `at`, or 0.
    static int begins(byte[][] words, byte[] b, int at, int to) {
        var longest = 0;
        for (var word : words) {
            if (word.length > longest && word.length <= to - at && same(word, b, at)) {
                longest = word.length;
            }
        }
        return longest;
    }

    /// Whether a word of the list ends right before `end`.
    static boolean ends(byte[][] words, byte[] b, int from, int end) {
        for (var word : words) {
            if (word.length <= end - from && same(word, b, end - word.length)) {
                return true;
            }
        }
        return false;
    }

    /// EDGE_BLANK and BLANKS, the same in addresses and names; true in neither case.
    static boolean edges(byte[] b, int from, int to) {
        return at(b, from) == BLANK || at(b, to - 2) == BLANK;
    }

    static boolean blanks(byte[] b, int from, int to) {
        for (var i = from; i + 2 < to; i += 2) {
            if (at(b, i) == BLANK && at(b, i + 2) == BLANK) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(byte[] word, byte[] b, int at) {
        for (var i = 0; i < word.length; i++) {
            if (b[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
