package jp.bansho.numbers.taxfile;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the letters of one column in Shift_JIS. What has a cell is written at once; the rest
/// goes the way down, and
/// each
/// replacement is noted with how often and where first.
final class Letters {

    private final WayDown way;
    private final SlipBytes out;
    private final Map<Replacement, Tally> replacements = new HashMap<>();

    Letters(WayDown way, SlipBytes out) {
        this.way = way;
        this.out = out;
    }

    Map<Replacement, Tally> replacements() {
        return replacements;
    }

    /// Writes a column.
    ///
    /// @param half whether half width stays half width
    /// @return false if a character has no form; nothing is written then
    boolean write(byte[] from, int start, int end, boolean half, long line) {
        var begin = out.length();
        out.room(end - start);
        for (var at = start; at < end; ) {
            var first = from[at];
            if (first >= 0) {
                if (!half) {
                    out.back(begin);
                    return down(text(from, start, end), line);
                }
                out.put(first);
                at++;
                continue;
            }
            var unit = unit(from, at, end);
            var cell = Cells.of(unit);
            if (cell != 0) {
                out.cell(cell);
            } else if (half && Cells.half(unit) != 0) {
                out.put(Cells.half(unit));
            } else {
                out.back(begin);
                var text = text(from, start, end);
                return half ? piecewise(text, line) : down(text, line);
            }
            at += (first & 0xE0) == 0xC0 ? 2 : 3;
        }
        return true;
    }

    /// Writes a name in kana instead, with the kana column's own text.
    ///
    /// @return false if there is no kana, or it has no form either
    boolean kana(byte[] from, int start, int end, int kanaStart, int kanaEnd, long line) {
        var full = Normalizer.normalize(text(from, kanaStart, kanaEnd), Normalizer.Form.NFKC)
                .replace(' ', '\u3000');
        if (full.isBlank()) {
            return false;
        }
        var written = way.of(full);
        if (!written.whole()) {
            return false;
        }
        put(written.text());
        var name = text(from, start, end);
        formless(name).forEach(one -> note(new Replacement(one, "", Replacement.KANA), line));
        return true;
    }

    /// Writes kana of any width in half width.
    ///
    /// @return false if there is anything else; nothing is written then
    boolean half(byte[] from, int start, int end) {
        var begin = out.length();
        var parts = Normalizer.normalize(text(from, start, end), Normalizer.Form.NFKD);
        for (var i = 0; i < parts.length(); i++) {
            var half = parts.charAt(i) < 0x80 ? parts.charAt(i) : Cells.half(Cells.narrow(parts.charAt(i)));
            if (half == 0) {
                out.back(begin);
                return false;
            }
            out.put(half);
        }
        return true;
    }

    private boolean down(String text, long line) {
        var written = way.of(text);
        if (!written.whole()) {
            return false;
        }
        put(written.text());
        written.changes().forEach(change -> note(change, line));
        return true;
    }

    /// Half width stays; each other character goes its own way.
    private boolean piecewise(String text, long line) {
        var begin = out.length();
        var changes = new ArrayList<Replacement>();
        for (var at = 0; at < text.length(); ) {
            var next = text.offsetByCodePoints(at, 1);
            var one = text.substring(at, next);
            var unit = one.charAt(0);
            if (unit < 0x80) {
                out.put(unit);
            } else if (Cells.half(unit) != 0) {
                out.put(Cells.half(unit));
            } else {
                var written = way.of(one);
                if (!written.whole()) {
                    out.back(begin);
                    return false;
                }
                put(written.text());
                changes.addAll(written.changes());
            }
            at = next;
        }
        changes.forEach(change -> note(change, line));
        return true;
    }

    private List<String> formless(String name) {
        return name.codePoints()
                .mapToObj(Character::toString)
                .filter(one -> !way.of(one).whole())
                .distinct()
                .toList();
    }

    private void note(Replacement replacement, long line) {
        replacements.merge(replacement, Tally.once(line), Tally::plus);
    }

    private void put(String text) {
        out.room(2 * text.length());
        for (var i = 0; i < text.length(); i++) {
            out.cell(Cells.of(text.charAt(i)));
        }
    }

    /// The character of two or three bytes there, or 0.
    private static int unit(byte[] b, int at, int end) {
        var first = b[at];
        if ((first & 0xF0) == 0xE0 && at + 2 < end) {
            return ((first & 0x0F) << 12) + (rest(b[at + 1]) << 6) + rest(b[at + 2]);
        }
        return (first & 0xE0) == 0xC0 && at + 1 < end ? ((first & 0x1F) << 6) + rest(b[at + 1]) : 0;
    }

    private static int rest(byte one) {
        return one & 0x3F;
    }

    private static String text(byte[] from, int start, int end) {
        return new String(from, start, end - start, StandardCharsets.UTF_8);
    }
}
