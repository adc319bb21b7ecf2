package jp.bansho.layout;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The check's slow twin: strings, patterns, `java.time` and the tables' own text; it shares no rule code with the
/// engine.
final class SlowCheck {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, List<String>> ERAS = Map.of(
            "1", List.of("1926", "1926-12-25", "1989-01-07"),
            "2", List.of("1912", "1912-07-30", "1926-12-25"),
            "3", List.of("1868", "1868-10-23", "1912-07-30"),
            "4", List.of("1989", "1989-01-08", "2019-04-30"),
            "5", List.of("2019", "2019-05-01", "9999-12-31"));

    private static final Set<String> OF_THE_PAPER = Set.of("address", "name", "organisation", "kana");

    private final Layout layout;
    private final List<Code> codes;
    private final List<List<String>> rules = new ArrayList<>();

    SlowCheck(Layout layout) {
        this.layout = layout;
        this.codes = CodeTable.of(layout.id()).codes();
        var tables = LayoutTable.all();
        var widened = false;
        for (var id = layout.id(); !id.isEmpty(); id = base(tables, id)) {
            var name = id;
            var dropped = widened;
            tables.stream()
                    .filter(table -> table.id().equals(name) && table.since() <= layout.taxYear())
                    .flatMap(table -> table.all("rule").stream())
                    .filter(rule -> !dropped || !OF_THE_PAPER.contains(rule.get(1)))
                    .forEach(rules::add);
            widened |= tables.stream().anyMatch(table -> table.id().equals(name) && table.widen() > 0);
        }
    }

    private static String base(List<LayoutTable> tables, String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id) && !table.base().isEmpty())
                .map(LayoutTable::base)
                .findFirst()
                .orElse("");
    }

    /// Whether a record, cut by [SlowReader], breaks no rule.
    boolean good(SlowReader.Row row) {
        if (row.flaws() != 0 || row.fields().size() != layout.columns().size()) {
            return false;
        }
        try {
            var fields = new ArrayList<String>();
            for (var raw : row.fields()) {
                fields.add(decode(raw));
            }
            return layout.columns().stream().allMatch(column -> good(column, fields.get(column.number() - 1)))
                    && rules.stream().allMatch(rule -> good(rule, fields));
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    static boolean eraDate(String era, String year, String month, String day) {
        if (era.isEmpty() && year.isEmpty() && month.isEmpty() && day.isEmpty()) {
            return true;
        }
        if (era.isEmpty() || year.isEmpty() || month.isEmpty() || day.isEmpty()) {
            return false;
        }
        if (era.equals("9")) {
            return month.matches("0[1-9]|1[0-2]") && day.matches("0[1-9]|[12][0-9]|3[01]");
        }
        try {
            var known = ERAS.get(era);
            if (known == null || year.equals("00")) {
                return false;
            }
            var gregorian = Integer.parseInt(known.get(0)) - 1 + Integer.parseInt(year);
            var date = LocalDate.of(gregorian, Integer.parseInt(month), Integer.parseInt(day));
            return !date.isBefore(LocalDate.parse(known.get(1))) && !date.isAfter(LocalDate.parse(known.get(2)));
        } catch (DateTimeException unreal) {
            return false;
        }
    }

    private String decode(String raw) throws CharacterCodingException {
        var charset = switch (layout.characterSet()) {
            case SHIFT_JIS -> Charset.forName("Shift_JIS");
            case UTF_8 -> StandardCharsets.UTF_8;
            case ASCII -> StandardCharsets.US_ASCII;
        };
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                .toString();
    }

    private static boolean good(Column column, String text) {
        if (text.isEmpty()) {
            return !column.obligatory();
        }
        var encoder = Charset.forName("x-JIS0208").newEncoder();
        var length = text.codePointCount(0, text.length());
        var characters = switch (column.kind()) {
            case DIGITS -> text.matches("[0-9]+");
            case HALF -> text.matches("[ -~&&[^,\"]]+");
            case IDENTIFIER -> text.matches("[!-~&&[^,\"]]+");
            case FULL -> encoder.canEncode(text);
            case EITHER ->
                text.chars()
                        .allMatch(c -> (c >= ' ' && c <= '~' && c != '"')
                                || (c >= 0xFF61 && c <= 0xFF9F)
                                || encoder.canEncode((char) c));
            case KANA -> text.matches("[ \uFF65-\uFF9F]+");
            case TEXT -> text.matches("[^\\p{Cc}\"]+");
            case DATE -> day(text);
            case EMPTY -> false;
        };
        var fits = column.width().least() <= length && length <= column.width().most();
        var value = column.values().isEmpty()
                || column.values().stream()
                        .anyMatch(v -> v.endsWith("*") ? text.startsWith(v.replace("*", "")) : text.equals(v));
        return characters && fits && value;
    }

    private static boolean day(String text) {
        try {
            return text.matches("[0-9]{8}") && LocalDate.parse(text, DAY).getYear() > 0;
        } catch (DateTimeParseException unreal) {
            return false;
        }
    }

    private boolean good(List<String> rule, List<String> fields) {
        var parts = rule.get(2).split(" ", -1);
        return switch (rule.get(1)) {
            case "when" -> !term(parts[0], fields) || term(parts[1], fields);
            case "at-most" -> sum(parts[0], fields) <= sum(parts[1], fields);
            case "named" ->
                filled(parts[1], fields) == Math.min(sum(parts[0], fields), parts[1].split("\\+", -1).length);
            case "kinds" ->
                Stream.of(parts[1].split("\\+", -1))
                                .filter(column -> !at(fields, column).matches("0*"))
                                .count()
                        <= sum(parts[0], fields);
            case "some" -> filled(parts[0], fields) > 0;
            case "born-by" -> {
                var known = ERAS.get(at(fields, parts[0]));
                yield known == null
                        || Integer.parseInt(known.getFirst()) - 1 + Integer.parseInt(at(fields, parts[1]))
                                <= layout.taxYear();
            }
            case "address", "name", "organisation", "kana", "telephone", "corporate-number", "municipality" ->
                at(fields, parts[0]).isEmpty()
                        || SlowWording.good(
                                rule.get(1),
                                at(fields, parts[0]),
                                parts.length > 1 && at(fields, parts[1]).equals("1"));
            case "order" -> {
                var low = at(fields, parts[0]);
                var high = at(fields, parts[1]);
                yield low.isEmpty() || high.isEmpty() || Long.parseLong(low) <= Long.parseLong(high);
            }
            default -> eraDate(at(fields, parts[0]), at(fields, parts[1]), at(fields, parts[2]), at(fields, parts[3]));
        };
    }

    private boolean term(String term, List<String> fields) {
        var sides = term.split("=", -1);
        var range = sides[0].split("-", -1);
        for (var i = Integer.parseInt(range[0]); i <= Integer.parseInt(range[range.length - 1]); i++) {
            var column = i;
            var text = fields.get(i - 1);
            var not = sides[1].startsWith("!");
            var listed = List.of(sides[1].replace("!", "").split("\\|"));
            var in = listed.contains(text)
                    || codes.stream()
                            .anyMatch(code -> code.column() == column
                                    && code.value().equals(text)
                                    && listed.contains("@" + code.meaning()));
            var fits = sides[1].equals("*") ? !text.isEmpty() : sides[1].isEmpty() ? text.isEmpty() : in != not;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static long sum(String columns, List<String> fields) {
        return Stream.of(columns.split("\\+", -1))
                .map(column -> column.startsWith("#") ? column.substring(1) : at(fields, column))
                .mapToLong(text -> text.isEmpty() ? 0 : Long.parseLong(text))
                .sum();
    }

    private static long filled(String columns, List<String> fields) {
        return Stream.of(columns.split("\\+", -1))
                .filter(column -> !at(fields, column).isEmpty())
                .count();
    }

    private static String at(List<String> fields, String column) {
        return fields.get(Integer.parseInt(column) - 1);
    }
}
