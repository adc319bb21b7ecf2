package jp.bansho.layout;

import org.jspecify.annotations.Nullable;

/// How an organisation's name (名称) is worded on the papers: an abbreviation of its kind stands in
/// brackets, which may be left out at the outer edge: `（株）財務産業`, `株）財務産業`, `財務産業（株`.
final class OrganisationName {

    private static final byte[][] ABBREVIATIONS = Pair.words("codes/organisations.tsv");
    private static final int OPEN = Pair.of('（');
    private static final int CLOSE = Pair.of('）');
    private static final int SLASH = Pair.of('／');
    private static final int COMMA = Pair.of('、');

    private OrganisationName() {}

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
            var wrong = (pair == OPEN && open(b, i, to))
                    || (pair == CLOSE && closed(b, from, i))
                    || ((pair == SLASH || pair == COMMA) && apart(b, from, i, to));
            if (wrong) {
                return Rule.ORGANISATION_ABBREVIATION;
            }
        }
        return null;
    }

    /// `（株` with a name behind it and no bracket that closes.
    private static boolean open(byte[] b, int at, int to) {
        var length = Pair.begins(ABBREVIATIONS, b, at + 2, to);
        if (length == 0 || at + 2 + length == to) {
            return false;
        }
        for (var i = at + 2; i < to; i += 2) {
            if (Pair.at(b, i) == CLOSE) {
                return false;
            }
        }
        return true;
    }

    /// `株）` with a name before it and no bracket that opened.
    private static boolean closed(byte[] b, int from, int at) {
        for (var i = from; i < at; i += 2) {
            if (Pair.at(b, i) == OPEN) {
                return false;
            }
        }
        return Pair.ends(ABBREVIATIONS, b, from, at) && Pair.begins(ABBREVIATIONS, b, from, at) != at - from;
    }

    /// `／株` at the end or `株／` at the beginning, and the same with a comma.
    private static boolean apart(byte[] b, int from, int at, int to) {
        var behind = Pair.begins(ABBREVIATIONS, b, at + 2, to);
        return (behind > 0 && at + 2 + behind == to)
                || (at > from && Pair.begins(ABBREVIATIONS, b, from, at) == at - from);
    }
}
