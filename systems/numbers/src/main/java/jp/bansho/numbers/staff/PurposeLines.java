package jp.bansho.numbers.staff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the table of purposes; a line that is not understood makes the whole table unusable.
final class PurposeLines {

    private static final String HEAD = "row\tpurpose\twork\tarticle\tdepartments\tkinds\tacts\tsensitive";
    private static final Map<String, Integer> KINDS = Map.of("recipient", 1, "spouse", 2, "dependant", 3);

    private PurposeLines() {}

    static List<PurposeRow> read(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException("the table of purposes does not begin with its head line");
        }
        var rows = new ArrayList<PurposeRow>();
        var ids = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            var row = row(line);
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("a row of purposes stands twice: " + row.id());
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private static PurposeRow row(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 8 || !cells[0].matches("P-[0-9]{2}") || cells[2].isBlank() || cells[3].isBlank()) {
            throw new IllegalArgumentException("a row of purposes is not readable: " + cells[0]);
        }
        var kinds = new LinkedHashSet<Integer>();
        for (var word : words(cells[5])) {
            kinds.add(require(KINDS.get(word), word));
        }
        var acts = new LinkedHashSet<NumberAct>();
        for (var word : words(cells[6])) {
            acts.add(NumberAct.of(word).orElseThrow(() -> new IllegalArgumentException("no such act: " + word)));
        }
        var sensitive = switch (cells[7]) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("yes or no: " + cells[0]);
        };
        return new PurposeRow(
                cells[0],
                Purpose.of(cells[1]),
                cells[2],
                cells[3],
                Set.copyOf(words(cells[4])),
                Set.copyOf(kinds),
                Set.copyOf(acts),
                sensitive);
    }

    private static List<String> words(String cell) {
        var words = List.of(cell.split(",", -1));
        if (words.contains("") || Set.copyOf(words).size() != words.size()) {
            throw new IllegalArgumentException("a cell of the table of purposes is not readable");
        }
        return words;
    }

    private static int require(@Nullable Integer code, String word) {
        if (code == null) {
            throw new IllegalArgumentException("no such kind of person: " + word);
        }
        return code;
    }
}
