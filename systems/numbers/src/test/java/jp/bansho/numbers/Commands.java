package jp.bansho.numbers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.machine.Home;
import jp.bansho.numbers.command.Bansho;

/// Runs the real command line in a process of its own.
final class Commands {

    /// How a command ended, and all it wrote to the terminal.
    record Run(int exit, String output) {}

    private Commands() {}

    static Run run(Home home, String input, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Bansho.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("BANSHO_HOME", home.folder().toString());
        var process = builder.start();
        try (var in = process.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(input);
        }
        var output = process.getInputStream().readAllBytes();
        return new Run(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    }
}
