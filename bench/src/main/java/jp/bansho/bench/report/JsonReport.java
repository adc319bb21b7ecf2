package jp.bansho.bench.report;

import java.util.Locale;
import java.util.stream.Collectors;

/// The report for programs: an array with one object per bar.
public final class JsonReport {

    private JsonReport() {}

    /// The whole file.
    public static String of(Report report) {
        return report.bars().stream()
                .map(bar -> object(bar, report))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String object(Bar bar, Report report) {
        return """
                  {"name": %s, "measured": %s, "bar": %s, "holds": %b, "people": %d, "machine": %s, "command": %s}\
                """.formatted(
                        text(bar.name()),
                        Figures.plain(bar.measured()),
                        text(bar.bar()),
                        bar.holds(),
                        bar.people(),
                        text(report.machine()),
                        text(report.command()));
    }

    private static String text(String value) {
        var json = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c < 0x20) {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }
}
