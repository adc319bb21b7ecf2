package jp.bansho.layout;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a file for the tax office: `377dat01.txt`, the kind of paper and the file's number among those of its
/// kind.
///
/// @param kind   the three-digit code of the paper (法定資料の種類)
/// @param number 1 to 99
public record TaxFileName(String kind, int number) {

    private static final Pattern FORM = Pattern.compile("([0-9]{3})dat([0-9]{2})\\.txt");

    public TaxFileName {
        if (kind.length() != 3 || !kind.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("the kind of paper is three digits");
        }
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("a file's number goes from 1 to 99, not " + number);
        }
    }

    /// Reads a name; empty when it does not follow the rule to the letter.
    public static Optional<TaxFileName> parse(String name) {
        var form = FORM.matcher(name);
        if (!form.matches() || form.group(2).equals("00")) {
            return Optional.empty();
        }
        return Optional.of(new TaxFileName(form.group(1), Integer.parseInt(form.group(2))));
    }

    @Override
    public String toString() {
        return "%sdat%02d.txt".formatted(kind, number);
    }
}
