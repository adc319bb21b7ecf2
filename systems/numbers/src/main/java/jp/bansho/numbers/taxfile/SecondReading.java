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
/// It shares nothing with the engine that wrote them but the two pages of the formats: it walks
/// through both records side by side, character by character with a table of its own, and accepts
/// a difference only if it is one of the replacements that are listed for people to confirm, or a
/// number that stands where its key says, with its own check digit computed here. It counts the
/// summary again.
final class SecondReading {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final String EITHER_WAY =
            "\uFF5E\u301C\uFF0D\u2212\u2225\u2016\uFFE0\u00A2\uFFE1\u00A3\uFFE2\u00AC\u2015\u2014";
    /// Two bytes of Shift_JIS to the character, by the decoder of the platform.
    private static final char[] PAIRS = pairs();

    private static final int MOST = 127;
    private static final int NO_CHARACTER = -1;

    private final TaxReport report;
    private final @Nullable Fill[] fills = new Fill[MOST + 1];
    private final NumberMap numbers;
    private final List<Replacement> claims;
    private final boolean inKana;

    private byte[] source = {};
    private byte[] finished = {};
    /// Where the fields of the record begin; the entry after the last is the end of the record and one.
    private final int[] sourceStarts = new int[MOST + 2];
    private final int[] starts = new int[MOST + 2];
    private long persons;
    private long untaxed;
    private long paid;
    private long withheld;
    private long voided;

    /// A reading of that report.
    ///
    /// @param claims the replacements the writer says it made
    SecondReading(TaxReport report, List<Fill> fills, NumberMap numbers, Collection<Replacement> claims) {
        this.report = report;
        fills.forEach(fill -> this.fills[fill.column()] = fill);
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
        source = sourceBytes;
        finished = bytes;
        var at = 0;
        var from = 0;
        var line = 0;
        var sourceFields = 0;
        for (var record = 0; record < records; record++) {
            while (line < lines[record]) {
                sourceFields = cut(source, from, sourceLength, sourceStarts);
                from = sourceStarts[sourceFields] + 1;
                line++;
            }
            var fields = cut(finished, at, length, starts);
            if (sourceFields < fields || fields != columns()) {
                throw TaxfileRefused.selfCheck(line, 0);
            }
            compare(fields, line, supplement);
            at = starts[fields] + 1;
        }
        if (at != length || !new Figures(persons, untaxed, paid, withheld, voided).equals(figures)) {
            throw TaxfileRefused.selfCheck("summary");
        }
    }

    private int columns() {
        return report.municipality() == 0 ? 71 : 77;
    }

    private void compare(int fields, int line, boolean supplement) {
        var takesBack = supplement && marked();
        for (var field = 1; field <= fields; field++) {
            var fill = fills[field];
            if (fill != null) {
                number(fill, line, takesBack);
            } else if (!same(field) && !replaced(field) && !(takesBack && field == TaxReport.MARK)) {
                throw TaxfileRefused.selfCheck(line, field);
            }
        }
        if (marked()) {
            voided++;
            return;
        }
        var tax = 0L;
        for (var bucket = 19; bucket <= 31; bucket += 4) {
            paid += amount(bucket);
            tax += amount(bucket + 2);
        }
        persons++;
        untaxed += tax == 0 ? 1 : 0;
        withheld += tax;
    }

    private boolean marked() {
        var at = starts[TaxReport.MARK - 1];
        return starts[TaxReport.MARK] - at == 2 && finished[at] == report.voiding();
    }

    private long amount(int field) {
        return digits(finished, starts[field - 1], starts[field] - 1);
    }

    /// The number written there; -1 if it is none.
    private static long digits(byte[] bytes, int from, int to) {
        var number = 0L;
        for (var i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    private void number(Fill fill, int line, boolean takesBack) {
        var key = sourceStarts[fill.key() - 1];
        var keyEnd = sourceStarts[fill.key()] - 1;
        var from = starts[fill.column() - 1];
        var to = starts[fill.column()] - 1;
        var known = keyEnd == key || keyEnd - key > 16
                ? NumberMap.ABSENT
                : numbers.get(NumberMap.pack(source, key, keyEnd), NumberMap.pack(source, key + 8, keyEnd));
        var right = from == to
                ? known < 0 || takesBack
                : known >= 0 && to - from == 13 && digits(finished, from, to) == known && checkDigit(from);
        if (!right) {
            throw TaxfileRefused.selfCheck(line, fill.column());
        }
    }

    /// The rule of the ordinance: weights 2 to 7 and again 2 to 6 from the right, 11 minus the
    /// remainder, 0 for 10 and 11.
    private boolean checkDigit(int from) {
        var sum = 0;
        for (var place = 1; place <= 11; place++) {
            sum += (finished[from + 12 - place] - '0') * (place <= 6 ? place + 1 : place - 5);
        }
        var digit = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return finished[from] == '0' && finished[from + 12] - '0' == digit;
    }

    private boolean same(int field) {
        var a = sourceStarts[field - 1];
        var aEnd = sourceStarts[field] - 1;
        var b = starts[field - 1];
        var bEnd = starts[field] - 1;
        while (a < aEnd && b < bEnd) {
            var one = source[a];
            if (one >= 0) {
                if (one != finished[b]) {
                    return false;
                }
                a++;
                b++;
                continue;
            }
            var length = one >= (byte) 0xE0 ? 3 : 2;
            if (a + length > aEnd || one >= (byte) 0xF0) {
                return false;
            }
            var kana = (finished[b] & 0xFF) >= 0xA1 && (finished[b] & 0xFF) <= 0xDF;
            var other = kana
                    ? 0xFF61 + (finished[b] & 0xFF) - 0xA1
                    : b + 1 < bEnd ? PAIRS[((finished[b] & 0xFF) << 8) | (finished[b + 1] & 0xFF)] : NO_CHARACTER;
            if (!same((char) character(a, length), (char) other)) {
                return false;
            }
            a += length;
            b += kana ? 1 : 2;
        }
        return a == aEnd && b == bEnd;
    }

    /// The character of two or three bytes in the source.
    private int character(int at, int length) {
        return length == 2
                ? ((source[at] & 0x1F) << 6) | (source[at + 1] & 0x3F)
                : ((source[at] & 0x0F) << 12) | ((source[at + 1] & 0x3F) << 6) | (source[at + 2] & 0x3F);
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
        var from = field(source, sourceStarts, field, StandardCharsets.UTF_8);
        var to = field(finished, starts, field, SHIFT_JIS);
        if (leads(from, to)) {
            return true;
        }
        if (!to.isEmpty() && to.chars().allMatch(one -> one < 0x80 || (one >= 0xFF61 && one <= 0xFF9F))) {
            return plainKana(from).equals(plainKana(to));
        }
        var kana = inKana ? Recipe.kanaOf(field) : 0;
        return kana != 0
                && plainKana(field(source, sourceStarts, kana, StandardCharsets.UTF_8))
                        .equals(plainKana(to));
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

    private static String field(byte[] bytes, int[] fields, int field, Charset charset) {
        return new String(bytes, fields[field - 1], fields[field] - 1 - fields[field - 1], charset);
    }

    /// Cuts a record at its commas, up to its end, which is CR LF.
    ///
    /// @return how many fields it has
    private static int cut(byte[] bytes, int from, int limit, int[] into) {
        var fields = 0;
        into[0] = from;
        for (var i = from; i < limit; i++) {
            var one = bytes[i];
            if (one == ',' && fields < MOST) {
                into[++fields] = i + 1;
            } else if (one == '\r' && i + 1 < limit && bytes[i + 1] == '\n') {
                into[++fields] = i + 1;
                return fields;
            }
        }
        throw TaxfileRefused.selfCheck("line end");
    }

    private static char[] pairs() {
        var pairs = new char[1 << 16];
        for (var lead = 0x81; lead <= 0xFC; lead++) {
            for (var trail = 0x40; trail <= 0xFC; trail++) {
                var text = new String(new byte[] {(byte) lead, (byte) trail}, SHIFT_JIS);
                if (text.length() == 1 && text.charAt(0) != '\uFFFD') {
                    pairs[(lead << 8) | trail] = text.charAt(0);
                }
            }
        }
        return pairs;
    }
}
