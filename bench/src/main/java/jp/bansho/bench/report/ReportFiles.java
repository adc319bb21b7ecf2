package jp.bansho.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes both forms of a report side by side.
public final class ReportFiles {

    private ReportFiles() {}

    /// Writes `latest.json` and `latest.md`, in place of older ones.
    public static void write(Report report, Path folder) throws IOException {
        write(report, folder, "latest");
    }

    /// Writes `name.json` and `name.md`, in place of older ones.
    public static void write(Report report, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".json"), JsonReport.of(report), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name + ".md"), MarkdownReport.of(report), StandardCharsets.UTF_8);
    }
}
