package jp.bansho.characters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// One text on its way down, cluster by cluster: a character with its variation selectors or its sound mark.
final class Descent {

    private static final String MARKS = "\u3099\u309A\uFF9E\uFF9F";

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Replacement> replacements = new ArrayList<>();
    private boolean whole = true;
    private int next;

    Descent(String source) {
        this.source = source;
    }

    Written written() {
        while (next < source.length()) {
            cluster();
        }
        return new Written(text.toString(), replacements, whole);
    }

    private void cluster() {
        var start = next;
        var place = Variants.TABLE.placeAt(source, start);
        if (!place.isEmpty()) {
            text.append(place);
            next += place.length();
            return;
        }
        var one = source.codePointAt(start);
        next += Character.charCount(one);
        if (selector(one)) {
            replaced(source.substring(start, next), "", Step.VARIATION_SELECTOR);
            return;
        }
        var plain = next;
        while (next < source.length() && selector(source.codePointAt(next))) {
            next += Character.charCount(source.codePointAt(next));
        }
        if (next > plain) {
            replaced(source.substring(start, next), source.substring(start, plain), Step.VARIATION_SELECTOR);
        } else if (next < source.length() && MARKS.indexOf(source.charAt(next)) >= 0 && joined(start)) {
            return;
        }
        down(one);
    }

    /// A kana and its sound mark as the one character they are.
    private boolean joined(int start) {
        var pair = source.substring(start, next + 1);
        var one = Normalizer.normalize(pair, Normalizer.Form.NFKC);
        if (one.length() != 1 || !Cells.has(one.charAt(0))) {
            return false;
        }
        next++;
        text.append(one);
        replaced(pair, one, Step.FULL_WIDTH);
        return true;
    }

    private void down(int codePoint) {
        var from = Character.toString(codePoint);
        var variant = Variants.TABLE.find(codePoint);
        if (variant != null) {
            var step =
                    variant.reason().equals("sign") ? Step.SIGN : Cells.has(codePoint) ? Step.OLD_FORM : Step.VARIANT;
            write(from, variant.to(), step);
        } else if (codePoint == Cells.GETA) {
            text.append(Cells.GETA);
            whole = false;
        } else if (Cells.has(codePoint)) {
            text.append(Cells.partner((char) codePoint));
        } else if (Wide.narrow(codePoint)) {
            write(from, Wide.of(codePoint), Step.FULL_WIDTH);
        } else {
            other(codePoint, from);
        }
    }

    private void other(int codePoint, String from) {
        var unified = Normalizer.normalize(from, Normalizer.Form.NFC);
        if (!unified.equals(from) && unified.codePointCount(0, unified.length()) == 1) {
            replaced(from, unified, Step.COMPATIBILITY);
            down(unified.codePointAt(0));
            return;
        }
        var spelled = Wide.spelled(from);
        if (!spelled.isEmpty()) {
            write(from, spelled, Step.SIGN);
        } else {
            text.appendCodePoint(codePoint);
            whole = false;
        }
    }

    private void write(String from, String to, Step step) {
        text.append(to);
        replaced(from, to, step);
    }

    private void replaced(String from, String to, Step step) {
        replacements.add(new Replacement(from, to, step));
    }

    private static boolean selector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
