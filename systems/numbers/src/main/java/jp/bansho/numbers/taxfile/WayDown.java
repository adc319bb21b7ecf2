package jp.bansho.numbers.taxfile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// The way of a text down to what a tax file may hold in full width. Deterministic.
interface WayDown {

    /// The way without a table of variants: half to full width, variation selectors,
    /// compatibility forms.
    WayDown PLAIN = WayDown::plain;

    /// What became of a text.
    ///
    /// @param text    as far as it came
    /// @param changes what was replaced
    /// @param whole   true if every character of it has a cell
    record Written(String text, List<Replacement> changes, boolean whole) {}

    /// Brings it down.
    Written of(String text);

    private static Written plain(String text) {
        var changes = new ArrayList<Replacement>();
        var down = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); ) {
            var code = text.codePointAt(at);
            var from = new String(Character.toChars(code));
            var selector = (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
            var form = selector ? "" : form(from);
            if (!form.equals(from)) {
                changes.add(new Replacement(from, form, selector ? "selector" : "form"));
            }
            down.append(form);
            at += Character.charCount(code);
        }
        var written = down.toString();
        return new Written(written, changes, written.isEmpty() || Cells.whole(written));
    }

    private static String form(String one) {
        if (Cells.whole(one)) {
            return one;
        }
        var unit = one.charAt(0);
        if (unit == ' ') {
            return "\u3000";
        }
        if (unit > ' ' && unit <= '~') {
            return String.valueOf((char) (unit + 0xFEE0));
        }
        return Normalizer.normalize(one, Normalizer.Form.NFKC);
    }
}
