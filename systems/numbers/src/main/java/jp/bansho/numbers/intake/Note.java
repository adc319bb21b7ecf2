package jp.bansho.numbers.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a person writes about a decision. Twelve digits in a row, of either width, with blanks and hyphens or
/// without, are taken for an Individual Number (個人番号) and never kept.
final class Note {

    private static final Pattern BETWEEN_DIGITS =
            Pattern.compile("(?<=[0-9])[-\\u2010-\\u2015\\u2212\\u30fc\\s\\p{Z}]+(?=[0-9])");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

    private Note() {}

    static boolean holdsANumber(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return NUMBER.matcher(plain).find()
                || NUMBER.matcher(BETWEEN_DIGITS.matcher(plain).replaceAll("")).find();
    }
}
