package jp.bansho.numbers.registry.web;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;

/// What people type and mean: any width, any hyphen, stray blanks.
final class Typed {

    static final int LONGEST_CASE = 40;

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\u2500\\u30fc\\uff70]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}[ -]*[0-9]{4}[ -]*[0-9]{4}");

    private Typed() {}

    /// An identifier as it is kept: half-width, no blanks.
    static String identifier(String typed) {
        return BLANKS.matcher(dashed(typed)).replaceAll("");
    }

    /// True if that could be an identifier at all.
    static boolean isVisible(String identifier) {
        return VISIBLE.matcher(identifier).matches();
    }

    /// An Individual Number, or what is wrong with it.
    static Parsed<IndividualNumber> number(String typed) {
        return IndividualNumber.parse(identifier(typed).replace("-", ""));
    }

    /// True if somebody typed an Individual Number where it does not belong.
    static boolean isNumber(String typed) {
        return number(typed) instanceof Parsed.Valid<IndividualNumber>;
    }

    /// A case reference (事案番号): blanks at the ends do not count, control characters become blanks.
    static String caseReference(String typed) {
        return BLANKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\p{Cntrl}", " "))
                .replaceAll(" ")
                .strip();
    }

    /// True if twelve digits stand together: no record may keep that.
    static boolean holdsNumber(String text) {
        return NUMBER.matcher(dashed(text)).find();
    }

    private static String dashed(String typed) {
        return DASHES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("-");
    }
}
