package jp.bansho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A network namespace with nothing in it but the loopback interface: what a program in it tries to
/// reach elsewhere has no route, and Linux counts that.
public final class LoneNetwork {

    private static final String COUNTERS = "/proc/net/snmp";

    private LoneNetwork() {}

    /// What a program said, and how it ended.
    public record Said(int code, String text) {}

    /// Runs a main class of this class path alone in such a network.
    public static Said run(Class<?> main) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                "unshare",
                "--net",
                "sh",
                "-c",
                "ip link set lo up && exec \"$@\"",
                "alone",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        if (!"root".equals(System.getProperty("user.name"))) {
            words.add(1, "--map-root-user");
        }
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    /// How many packets had no way out, in the namespace of this process.
    public static long withoutRoute() {
        try {
            var lines = Files.readAllLines(Path.of(COUNTERS)).stream()
                    .filter(line -> line.startsWith("Ip:"))
                    .toList();
            var names = List.of(lines.getFirst().split(" ", -1));
            return Long.parseLong(List.of(lines.getLast().split(" ", -1)).get(names.indexOf("OutNoRoutes")));
        } catch (IOException e) {
            throw new UncheckedIOException("Linux's counters are not readable", e);
        }
    }
}
