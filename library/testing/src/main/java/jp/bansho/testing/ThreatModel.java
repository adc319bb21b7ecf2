package jp.bansho.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The threat model as it is written: the tables of `docs/threat-model.md` with the header
/// `| threat | control | default | test |`.
///
/// @param rows all rows of all such tables
public record ThreatModel(List<Row> rows) {

    private static final List<String> HEADER = List.of("threat", "control", "default", "test");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*)\\.(\\w+)`");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]+");

    /// One threat and what is done about it.
    ///
    /// @param line    line number in the file
    /// @param byTests the tests that prove the control
    public record Row(int line, String threat, List<NamedTest> byTests) {}

    /// A test by name, written `Class.method`.
    public record NamedTest(String type, String method) {
        @Override
        public String toString() {
            return type + "." + method;
        }
    }

    /// Reads `docs/threat-model.md` of a source tree.
    ///
    /// @throws java.nio.file.NoSuchFileException if there is none
    public static ThreatModel read(Path root) throws IOException {
        return parse(Files.readAllLines(root.resolve("docs/threat-model.md")));
    }

    static ThreatModel parse(List<String> lines) {
        var rows = new ArrayList<Row>();
        var inside = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.startsWith("|")) {
                inside = false;
                continue;
            }
            var cells = cells(line);
            if (cells.stream().map(String::toLowerCase).toList().equals(HEADER)) {
                inside = true;
            } else if (inside && !RULE.matcher(line).matches()) {
                rows.add(new Row(i + 1, cells.getFirst(), tests(cells.getLast())));
            }
        }
        return new ThreatModel(List.copyOf(rows));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
                .map(String::strip)
                .toList();
    }

    private static List<NamedTest> tests(String cell) {
        return TEST.matcher(cell)
                .results()
                .map((MatchResult found) -> new NamedTest(found.group(1), found.group(2)))
                .toList();
    }
}
