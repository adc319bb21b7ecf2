package jp.bansho.numbers.emergency;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.bansho.access.NumberInText;

/// What may be written into the console: one statement, whose text can be kept on record. That a statement may read or
/// change something is not decided here but by the database.
final class StatementCheck {

    private static final int LONGEST = 4_000;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}{11,}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern LOOK = Pattern.compile("^(select|with|table|values)\\b", Pattern.CASE_INSENSITIVE);

    private StatementCheck() {}

    /// Why the statement is refused unread; empty if it may run.
    static Optional<String> refused(String statement) {
        var plain = Normalizer.normalize(statement, Normalizer.Form.NFKC);
        if (plain.isBlank() || plain.length() > LONGEST) {
            return Optional.of("length");
        }
        if (plain.codePoints().anyMatch(each -> Character.isISOControl(each) && each != '\t' && each != '\n')) {
            return Optional.of("unreadable");
        }
        if (LONG_NUMBER.matcher(plain).find()
                || NumberInText.in(plain)
                || LITERAL.matcher(plain)
                        .results()
                        .anyMatch(literal ->
                                literal.group(1).replaceAll("\\P{Nd}", "").length() == 12)) {
            return Optional.of("number-in-statement");
        }
        if (plain.contains("\\")
                || plain.contains("$")
                || plain.toLowerCase(Locale.ROOT).contains("u&")) {
            return Optional.of("hidden-text");
        }
        return plain.contains(";") ? Optional.of("several-statements") : Optional.empty();
    }

    /// Whether it only looks; everything else is tried as a repair.
    static boolean looks(String statement) {
        return LOOK.matcher(statement.strip()).find();
    }
}
