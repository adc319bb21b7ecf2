package jp.bansho.layout;

import org.jspecify.annotations.Nullable;

/// How an address (住所) is worded on the papers: blanks, marks between numbers, no postal code, no ward without its
/// city.
final class Address {

    private static final byte[][] PREFECTURES = Pair.words("codes/prefectures.tsv");
    private static final byte[][] WARDS_OF_TOKYO = Pair.words("codes/wards-of-tokyo.tsv");
    private static final byte[][] TOKYO = {Pair.bytes("東京都")};
    private static final int POSTAL_SIGN = Pair.of('〒');
    private static final int WARD = Pair.of('区');
    private static final int[] MUNICIPALITIES = {Pair.of('市'), Pair.of('郡'), Pair.of('町'), Pair.of('村')};
    private static final int LONGEST_WARD = 4;

    private Address() {}

    @Nullable
    static Rule broken(byte[] b, int from, int to, boolean abroad) {
        if (Pair.edges(b, from, to)) {
            return Rule.EDGE_BLANK;
        }
        if (Pair.blanks(b, from, to)) {
            return Rule.BLANKS;
        }
        if (postalCode(b, from, to)) {
            return Rule.ADDRESS_POSTAL_CODE;
        }
        for (var i = from; i < to; i += 2) {
            var pair = Pair.at(b, i);
            if (pair == POSTAL_SIGN) {
                return Rule.ADDRESS_POSTAL_CODE;
            }
            if (Pair.punctuation(pair)) {
                return Rule.ADDRESS_PUNCTUATION;
            }
            if (i > from && i + 2 < to && foreignMark(pair) && betweenDigits(b, i)) {
                return Rule.ADDRESS_NUMBER_MARK;
            }
        }
        return !abroad && cityMissing(b, from, to) ? Rule.ADDRESS_CITY : null;
    }

    private static boolean foreignMark(int pair) {
        return Pair.sign(pair) && pair != Pair.MINUS && pair != Pair.WAVE && pair != Pair.DOT && pair != Pair.BLANK;
    }

    private static boolean betweenDigits(byte[] b, int at) {
        return Pair.digit(Pair.at(b, at - 2)) && Pair.digit(Pair.at(b, at + 2));
    }

    /// Three digits, a minus sign and four digits at the beginning, as no address in Japan begins.
    private static boolean postalCode(byte[] b, int from, int to) {
        if (to - from < 16 || Pair.at(b, from + 6) != Pair.MINUS) {
            return false;
        }
        for (var i = 0; i < 8; i++) {
            if (i != 3 && !Pair.digit(Pair.at(b, from + 2 * i))) {
                return false;
            }
        }
        return to - from == 16 || !Pair.digit(Pair.at(b, from + 16));
    }

    /// Only the wards of Tokyo stand without a city; without a prefecture a ward that has a namesake there is let pass.
    private static boolean cityMissing(byte[] b, int from, int to) {
        var prefecture = Pair.begins(PREFECTURES, b, from, to);
        var at = from + prefecture;
        for (var i = at; i < to && i <= at + 2 * LONGEST_WARD; i += 2) {
            var pair = Pair.at(b, i);
            for (var municipality : MUNICIPALITIES) {
                if (pair == municipality) {
                    return false;
                }
            }
            if (pair == WARD && i > at) {
                return prefecture == 0
                        ? Pair.begins(WARDS_OF_TOKYO, b, at, to) == 0
                        : Pair.begins(TOKYO, b, from, to) == 0;
            }
        }
        return false;
    }
}
