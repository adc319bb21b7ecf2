package jp.bansho.numbers.taxfile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jp.bansho.layout.Fill;
import org.jspecify.annotations.Nullable;

/// The self-check: reads the finished bytes again, in a way of its own, and compares each field
/// with the source.
///
/// It shares nothing with the engine that wrote them but the two pages of the formats: it decodes
/// both blocks as a whole, cuts at commas and CR LF, and accepts a difference only if it is one of
/// the replacements that are listed for people to confirm, or a number that stands where its key
/// says, with its own check digit computed here. It counts the summary again.
final class SecondReading {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final String EITHER_WAY =
            "\uFF5E\u301C\uFF0D\u2212\u2225\u2016\uFFE0\u00A2\uFFE1\u00A3\uFFE2\u00AC\u2015\u2014";

    private final TaxReport report;
    private final List<Fill> fills;
    private final NumberMap numbers;
    private final List<Replacement> claims;
    private final boolean inKana;

    private String source = "";
    private String finished = "";
    private final int[] sourceCommas = new int[128];
    private final int[] finishedCommas = new int[128];

    /// A reading of that report.
    ///
    /// @param claims the replacements the writer says it made
    SecondReading(TaxReport report, List<Fill> fills, NumberMap numbers, Collection<Replacement> claims) {
        this.report = report;
        this.fills = fills;
        this.numbers = numbers;
        this.claims = claims.stream()
                .filter(claim -> !claim.step().equals(Replacement.KANA))
                .sorted(Comparator.comparingInt(claim -> -claim.from().length()))
                .toList();
        this.inKana = this.claims.size() < claims.size();
    }

    /// Compares a block.
    ///
    /// @param lines      for each finished record, the line of the source it stands for
    /// @param supplement whether a record may take its own slip back before the slip comes again
    ///     with a number
    /// @throws TaxfileRefused at the first difference
    void compare(
            byte[] sourceBytes,
            int sourceLength,
            byte[] bytes,
            int length,
            int[] lines,
            int records,
            Figures figures,
            boolean supplement) {
        source = new String(sourceBytes, 0, sourceLength, StandardCharsets.UTF_8);
        finished = new String(bytes, 0, length, SHIFT_JIS);
        var at = 0;
        var from = 0;
        var line = 1;
        var counted = Figures.NONE;
        for (var record = 0; record < records; record++) {
            while (line < lines[record]) {
                from = next(source, from);
                line++;
            }
            var sourceEnd = next(source, from) - 2;
            var end = next(finished, at) - 2;
            var fields = cut(finished, at, end, false);
            if (cut(source, from, sourceEnd, true) < fields || fields != columns()) {
                throw TaxfileRefused.selfCheck(line, 0);
            }
            counted = counted.plus(compare(fields, line, supplement));
            at = end + 2;
        }
        if (at != finished.length() || !counted.equals(figures)) {
            throw TaxfileRefused.selfCheck("summary");
        }
    }

    private int columns() {
        return report.municipality() == 0 ? 71 : 77;
    }

    private Figures compare(int fields, int line, boolean supplement) {
        var takesBack =
                supplement && field(finished, finishedCommas, TaxReport.MARK).equals("" + (char) report.voiding());
        for (var field = 1; field <= fields; field++) {
            var fill = filled(field);
            if (fill != null) {
                number(fill, line, takesBack);
            } else if (!same(field) && !replaced(field) && !(takesBack && field == TaxReport.MARK)) {
                throw TaxfileRefused.selfCheck(line, field);
            }
        }
        var paid = 0L;
        var withheld = 0L;
        for (var bucket = 19; bucket <= 31; bucket += 4) {
            paid += amount(bucket);
            withheld += amount(bucket + 2);
        }
        var mark = field(finished, finishedCommas, TaxReport.MARK);
        var voids = mark.equals("" + (char) report.voiding());
        return voids ? new Figures(0, 0, 0, 0, 1) : new Figures(1, withheld == 0 ? 1 : 0, paid, withheld, 0);
    }

    private long amount(int field) {
        var text = field(finished, finishedCommas, field);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private @Nullable Fill filled(int field) {
        for (var fill : fills) {
            if (fill.column() == field) {
                return fill;
            }
        }
        return null;
    }

    private void number(Fill fill, int line, boolean takesBack) {
        var key = field(source, sourceCommas, fill.key()).getBytes(StandardCharsets.US_ASCII);
        var written = field(finished, finishedCommas, fill.column());
        var known = key.length == 0 || key.length > 16
                ? NumberMap.ABSENT
                : numbers.get(NumberMap.pack(key, 0, key.length), NumberMap.pack(key, 8, key.length));
        var right = written.isEmpty()
                ? known < 0 || takesBack
                : known >= 0 && written.length() == 13 && Long.parseLong(written) == known && checkDigit(known);
        if (!right) {
            throw TaxfileRefused.selfCheck(line, fill.column());
        }
    }

    /// The rule of the ordinance: weights 2 to 7 and again 2 to 6 from the right, 11 minus the
    /// remainder, 0 for 10 and 11.
    private static boolean checkDigit(long number) {
        var sum = 0L;
        var rest = number / 10;
        for (var place = 1; place <= 11; place++) {
            sum += rest % 10 * (place <= 6 ? place + 1 : place - 5);
            rest /= 10;
        }
        var digit = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return digit == number % 10 && rest == 0;
    }

    private boolean same(int field) {
        var a = sourceCommas[field - 1];
        var b = finishedCommas[field - 1];
        var length = sourceCommas[field] - a;
        if (length != finishedCommas[field] - b) {
            return false;
        }
        for (var i = 0; i < length - 1; i++) {
            if (!same(source.charAt(a + i), finished.charAt(b + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(char one, char other) {
        if (one == other) {
            return true;
        }
        var place = EITHER_WAY.indexOf(one);
        return place >= 0 && EITHER_WAY.indexOf(other) == (place ^ 1);
    }

    /// Whether the listed replacements, and nothing else, lead from the source's field to the
    /// finished one.
    private boolean replaced(int field) {
        var from = field(source, sourceCommas, field);
        var to = field(finished, finishedCommas, field);
        if (leads(from, to)) {
            return true;
        }
        if (!to.isEmpty() && to.chars().allMatch(one -> one < 0x80 || (one >= 0xFF61 && one <= 0xFF9F))) {
            return plainKana(from).equals(plainKana(to));
        }
        var kana = inKana ? Recipe.kanaOf(field) : 0;
        return kana != 0 && plainKana(field(source, sourceCommas, kana)).equals(plainKana(to));
    }

    /// Kana of any width, hiragana too, in one way of writing.
    private static String plainKana(String text) {
        var plain = new StringBuilder();
        for (var one : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
            plain.append(one >= 'ぁ' && one <= 'ゖ' ? (char) (one + 0x60) : "-‐−".indexOf(one) >= 0 ? 'ー' : one);
        }
        return plain.toString();
    }

    private boolean leads(String from, String to) {
        var at = 0;
        var done = 0;
        while (at < from.length()) {
            if (done < to.length() && same(from.charAt(at), to.charAt(done))) {
                at++;
                done++;
                continue;
            }
            var claim = claim(from, at, to, done);
            if (claim == null) {
                return false;
            }
            at += claim.from().length();
            done += claim.to().length();
        }
        return done == to.length();
    }

    private @Nullable Replacement claim(String from, int at, String to, int done) {
        for (var claim : claims) {
            if (from.startsWith(claim.from(), at) && to.startsWith(claim.to(), done)) {
                return claim;
            }
        }
        return null;
    }

    private static String field(String text, int[] commas, int field) {
        return text.substring(commas[field - 1], commas[field] - 1);
    }

    /// Where each field begins; the entry after the last is the end and one.
    private int cut(String text, int from, int end, boolean ofSource) {
        var commas = ofSource ? sourceCommas : finishedCommas;
        var fields = 0;
        commas[0] = from;
        for (var i = from; i < end; i++) {
            if (text.charAt(i) == ',') {
                fields++;
                if (fields + 1 >= commas.length) {
                    return 0;
                }
                commas[fields] = i + 1;
            }
        }
        commas[fields + 1] = end + 1;
        return fields + 1;
    }

    private static int next(String text, int from) {
        var end = text.indexOf("\r\n", from);
        if (end < 0) {
            throw TaxfileRefused.selfCheck("line end");
        }
        return end + 2;
    }
}
