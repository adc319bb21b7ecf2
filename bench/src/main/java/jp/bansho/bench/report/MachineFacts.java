package jp.bansho.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What the benchmark ran on, in one line; no name of a host, no folder.
///
/// @param gibibytes memory of the machine
public record MachineFacts(int cores, double gibibytes, String processor, String postgres, String java) {

    /// This machine's facts.
    ///
    /// @param postgres the server's own version
    public static MachineFacts here(String postgres) throws IOException {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble(value("/proc/meminfo", "MemTotal").split(" ", -1)[0]) / (1 << 20),
                value("/proc/cpuinfo", "model name"),
                postgres,
                Runtime.version().toString());
    }

    /// The facts in one line.
    public String line() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GiB, PostgreSQL %s, Java %s, shared and noisy",
                cores,
                processor,
                gibibytes,
                postgres,
                java);
    }

    private static String value(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
