package jp.bansho.layout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The slow twin of how fields are worded: patterns over decoded text and sums from the right.
final class SlowWording {

    private static final String PREFECTURES = alternatives("codes/prefectures.tsv");
    private static final String WARDS = alternatives("codes/wards-of-tokyo.tsv");
    private static final String ABBREVIATIONS = alternatives("codes/organisations.tsv");
    private static final String PUNCTUATION = "[、。，．：；？！]";
    /// The first two rows of JIS X 0208 without what may stand between the numbers of an address.
    private static final String MARKS = signs();

    private SlowWording() {}

    static boolean good(String word, String text, boolean abroad) {
        return switch (word) {
            case "address" -> blanks(text) && address(text, abroad);
            case "name" -> blanks(text) && !text.matches(".*(" + PUNCTUATION + "|[０-９]).*") && !text.matches(".+[様殿氏]");
            case "organisation" -> blanks(text) && organisation(text);
            case "kana" -> text.matches("[ァ-ヶー・\u3000 \uFF65-\uFF9F]+");
            case "telephone" -> text.matches("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}|0[0-9]{1,4}\\([0-9]{1,4}\\)[0-9]{3,4}");
            case "corporate-number" ->
                text.charAt(0) - '0'
                        == 9
                                - IntStream.rangeClosed(1, 12)
                                                .map(n -> (text.charAt(13 - n) - '0') * (n % 2 == 1 ? 1 : 2))
                                                .sum()
                                        % 9;
            default -> municipality(text);
        };
    }

    private static boolean blanks(String text) {
        return !text.matches("\u3000.*|.*\u3000|.*\u3000\u3000.*");
    }

    private static boolean address(String text, boolean abroad) {
        if (text.matches(".*" + PUNCTUATION + ".*|.*〒.*|[０-９]{3}\u2212[０-９]{4}([^０-９].*)?")) {
            return false;
        }
        if (text.matches(".*[０-９]" + MARKS + "[０-９].*")) {
            return false;
        }
        return abroad || city(text);
    }

    private static boolean city(String text) {
        var prefecture = Pattern.compile("(" + PREFECTURES + ")").matcher(text);
        var rest = prefecture.lookingAt() ? text.substring(prefecture.end()) : text;
        var ward = rest.indexOf('区', 1);
        var first = IntStream.range(0, rest.length())
                .filter(i -> "市郡町村".indexOf(rest.charAt(i)) >= 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        if (ward < 0 || ward > 4 || first < ward) {
            return true;
        }
        return prefecture.lookingAt() ? text.startsWith("東京都") : rest.matches("(" + WARDS + ").*");
    }

    private static boolean organisation(String text) {
        var any = "(" + ABBREVIATIONS + ")";
        return !text.matches(".*（" + any + "(?!$)[^）]+")
                && !text.matches("(?!" + any + "）)[^（]*" + any + "）.*")
                && !text.matches(".*[／、]" + any)
                && !text.matches(any + "[／、].*");
    }

    private static boolean municipality(String text) {
        var prefecture = Integer.parseInt(text.substring(0, 2));
        if (prefecture < 1 || prefecture > 47) {
            return false;
        }
        var sum =
                IntStream.range(0, 5).map(i -> (text.charAt(i) - '0') * (6 - i)).sum();
        return text.length() == 5 || text.charAt(5) - '0' == (11 - sum % 11) % 10;
    }

    private static String alternatives(String table) {
        return Tables.rows(table).stream().map(List::getFirst).collect(Collectors.joining("|"));
    }

    private static String signs() {
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(one -> Pair.bytes(Character.toString(one)).length == 2)
                .filter(one -> (Pair.bytes(Character.toString(one))[0] & 0xFF) == 0x81)
                .filter(one -> "\u2212\u301C・\u3000".indexOf(one) < 0)
                .mapToObj("\\u%04X"::formatted)
                .collect(Collectors.joining("", "[", "]"));
    }
}
