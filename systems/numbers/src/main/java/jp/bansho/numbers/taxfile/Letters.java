package jp.bansho.numbers.taxfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.characters.Kana;
import jp.bansho.characters.WayDown;
import jp.bansho.characters.Written;

/// Writes the letters of one column in Shift_JIS. What has a cell is written at once; the rest goes
/// the way down, and each replacement is noted with how often and where first.
final class Letters {

    /// ﾞ; ﾟ follows it.
    private static final int VOICED = 0xDE;

    private final SlipBytes out;
    private final Map<Replacement, Tally> replacements = new HashMap<>();

    Letters(SlipBytes out) {
        this.out = out;
    }

    Map<Replacement, Tally> replacements() {
        return replacements;
    }

    /// Writes a column in full width.
    ///
    /// @return false if a character has no form; nothing is written then
    boolean full(byte[] from, int start, int end, long line) {
        out.room(end - start);
        var reached = WayDown.copy(from, start, end, out.array(), out.length());
        if (reached >= 0) {
            out.reach(reached);
            return true;
        }
        return written(WayDown.of(text(from, start, end)), line);
    }

    /// Writes a column in which half width stays half width; each other character goes its own way.
    ///
    /// @return false if a character has no form; nothing is written then
    boolean either(byte[] from, int start, int end, long line) {
        var begin = out.length();
        var changes = new ArrayList<Written>(0);
        for (var at = start; at < end; ) {
            var half = halfAt(from, at, end);
            if (half != 0) {
                out.put(half);
                at += half < 0x80 ? 1 : 3;
                continue;
            }
            var next = after(from, at, end);
            out.room(next - at);
            var reached = WayDown.copy(from, at, next, out.array(), out.length());
            if (reached >= 0) {
                out.reach(reached);
            } else {
                var one = WayDown.of(text(from, at, next));
                if (!one.whole()) {
                    out.back(begin);
                    return false;
                }
                put(one.text());
                changes.add(one);
            }
            at = next;
        }
        changes.forEach(change -> note(change, line));
        return true;
    }

    /// The byte of a character that is half width already, or 0.
    private static int halfAt(byte[] from, int at, int end) {
        if (from[at] >= 0) {
            return from[at];
        }
        if (from[at] != (byte) 0xEF || at + 2 >= end) {
            return 0;
        }
        return Cells.half(0xF000 | ((from[at + 1] & 0x3F) << 6) | (from[at + 2] & 0x3F));
    }

    /// Where the next character begins.
    private static int after(byte[] from, int at, int end) {
        var next = at + 1;
        while (next < end && (from[next] & 0xC0) == 0x80) {
            next++;
        }
        return next;
    }

    /// Writes a name in kana instead, with the kana column's own text.
    ///
    /// @return false if there is no kana, or it has no form either
    boolean kana(byte[] from, int start, int end, int kanaStart, int kanaEnd, long line) {
        var written = Kana.full(text(from, kanaStart, kanaEnd));
        if (!written.whole() || written.text().isBlank()) {
            return false;
        }
        put(written.text());
        formless(text(from, start, end)).forEach(one -> note(new Replacement(one, "", Replacement.KANA), line));
        return true;
    }

    /// Writes kana of any width in half width.
    ///
    /// @return false if there is anything else; nothing is written then
    boolean half(byte[] from, int start, int end) {
        var begin = out.length();
        if (halfAlready(from, start, end)) {
            return true;
        }
        out.back(begin);
        var written = Kana.half(text(from, start, end));
        if (written.whole()) {
            written.text().chars().forEach(one -> out.put(one < 0x80 ? one : Cells.half(one)));
        }
        return written.whole();
    }

    /// Writes kana that is half width already, as most is: blanks, kana, and sound marks behind what they can stand
    /// behind.
    private boolean halfAlready(byte[] from, int start, int end) {
        var before = 0;
        for (var at = start; at < end; at += before == ' ' ? 1 : 3) {
            var one = halfAt(from, at, end);
            if (one != ' ' && (one < 0xA5 || (one >= VOICED && !sounds(before, one)))) {
                return false;
            }
            out.put(one);
            before = one;
        }
        return true;
    }

    /// Whether a sound mark makes one kana with what stands before it: ｶ to ﾄ, ﾊ to ﾎ and ｳ are voiced, ﾊ to ﾎ half.
    private static boolean sounds(int before, int mark) {
        var labial = before >= 0xCA && before <= 0xCE;
        return labial || (mark == VOICED && ((before >= 0xB6 && before <= 0xC4) || before == 0xB3));
    }

    private boolean written(Written written, long line) {
        if (written.whole()) {
            put(written.text());
            note(written, line);
        }
        return written.whole();
    }

    private static List<String> formless(String name) {
        return name.codePoints()
                .mapToObj(Character::toString)
                .filter(one -> !WayDown.of(one).whole())
                .distinct()
                .toList();
    }

    private void note(Written written, long line) {
        for (var one : written.replacements()) {
            note(new Replacement(one.from(), one.to(), one.step().name()), line);
        }
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

    private static String text(byte[] from, int start, int end) {
        return new String(from, start, end - start, StandardCharsets.UTF_8);
    }
}
