package jp.bansho.bench.report;

import java.util.ArrayList;
import java.util.List;

/// The report for people: the bars first, then each measurement with its wall time, processor time and memory.
public final class MarkdownReport {

    private MarkdownReport() {}

    /// The whole file.
    public static String of(Report report) {
        var page = new StringBuilder("# Measured / 測定結果\n\n")
                .append("Written by `")
                .append(report.command())
                .append("` alone, all in one run of ")
                .append(report.minutes())
                .append(" minutes. What each figure compares is explained in [README.md](README.md).\n\n")
                .append("Machine: ")
                .append(report.machine())
                .append(".\n\n## Bars\n\n");
        var bars = new ArrayList<List<String>>();
        for (var bar : report.bars()) {
            bars.add(List.of(
                    bar.name(),
                    Figures.shown(bar.measured()),
                    bar.bar(),
                    bar.holds() ? "holds" : "**missed**",
                    Figures.shown((double) bar.people())));
        }
        table(page, List.of("bar", "measured", "bar is", "", "people"), bars);
        for (var section : report.sections()) {
            page.append("\n## ").append(section.title()).append("\n\n");
            table(page, section.columns(), section.rows());
            page.append('\n').append(section.note()).append('\n');
        }
        return page.toString();
    }

    private static void table(StringBuilder page, List<String> columns, List<List<String>> rows) {
        line(page, columns);
        line(page, columns.stream().map(_ -> "---").toList());
        rows.forEach(row -> line(page, row));
    }

    private static void line(StringBuilder page, List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
