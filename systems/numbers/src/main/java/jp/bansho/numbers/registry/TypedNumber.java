package jp.bansho.numbers.registry;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.bansho.identifiers.Parsed;
import jp.bansho.individual.IndividualNumber;
import org.jspecify.annotations.Nullable;

/// What somebody typed for an Individual Number (個人番号): digits of either width, with hyphens and blanks as
/// people write them. It does not show itself (S1).
public final class TypedNumber {

    /// Every hyphen, dash and long-vowel mark that gets into a number, and every kind of blank.
    private static final Pattern BETWEEN =
            Pattern.compile("[-\\u2010-\\u2015\\u2212\\u2500\\u30fc\\uff70\\uff0d\\s\\p{Z}]");

    private final String digits;

    private TypedNumber(String digits) {
        this.digits = digits;
    }

    /// Takes what was typed; null is nothing.
    public static TypedNumber of(@Nullable String text) {
        var typed = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return new TypedNumber(BETWEEN.matcher(typed).replaceAll(""));
    }

    /// The number, or what is wrong with it.
    Parsed<IndividualNumber> parsed() {
        return IndividualNumber.parse(digits);
    }

    /// Nothing of what was typed.
    @Override
    public String toString() {
        return "TypedNumber[*]";
    }
}
