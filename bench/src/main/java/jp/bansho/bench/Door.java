package jp.bansho.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.bansho.testing.Database;

/// The one door, `./bansho`, as an operator uses it: runs a command, shows it, reads its machine-readable answer.
final class Door {

    private static final String HOME = "BANSHO_HOME";

    private final Path script;
    private final Map<String, String> environment;

    Door(Path root, Path home, Database database) {
        script = root.resolve("bansho");
        environment = Map.of(
                HOME,
                home.toString(),
                "BANSHO_DB_URL",
                database.url(),
                "BANSHO_DB_USER",
                database.user(),
                "BANSHO_DB_PASSWORD",
                database.password());
    }

    /// What a command answered.
    ///
    /// @param code its exit code
    /// @param text its standard output
    record Answer(int code, String text) {

        /// A number of the answer's JSON; 0 if it is not there.
        long number(String name) {
            var found = Pattern.compile("\"" + name + "\":(-?[0-9]+)").matcher(text);
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        }

        /// A text of the answer's JSON; empty if it is not there.
        String text(String name) {
            var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(text);
            return found.find() ? found.group(1) : "";
        }

        boolean says(String name, boolean value) {
            return text.contains("\"" + name + "\":" + value);
        }
    }

    Answer run(List<String> arguments) throws IOException, InterruptedException {
        System.out.println("  $ ./bansho " + String.join(" ", shortened(arguments)));
        var command = new ArrayList<String>();
        command.add(script.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /// Registers somebody at the number machine, as its operator does by command.
    Answer register(String organisation, String role, String department, String staffNumber, String name)
            throws IOException, InterruptedException {
        return run(List.of(
                "numbers",
                "users",
                "add",
                "--organisation",
                organisation,
                "--role",
                role,
                "--department",
                department,
                "--staff-number",
                staffNumber,
                "--name",
                name,
                "--as",
                Demo.OPERATOR,
                "--json"));
    }

    /// Starts a machine's server, which logs in as the machine does and not as who set it up.
    Served serve(List<String> arguments) throws IOException {
        System.out.println("  $ ./bansho " + String.join(" ", arguments) + " &");
        var command = new ArrayList<String>();
        command.add(script.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(HOME, environment.getOrDefault(HOME, ""));
        return Served.of(builder.start());
    }

    /// Runs a command in front of the person who started this one, until it ends.
    int show(List<String> arguments) throws IOException, InterruptedException {
        System.out.println("  $ ./bansho " + String.join(" ", arguments));
        var command = new ArrayList<String>();
        command.add(script.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        var process = builder.start();
        // Ctrl+C ends this process too: the other one must have let go of the database first
        var stop = Thread.ofPlatform().unstarted(() -> end(process));
        Runtime.getRuntime().addShutdownHook(stop);
        return process.waitFor();
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }

    private static List<String> shortened(List<String> arguments) {
        return arguments.stream()
                .map(word -> word.startsWith("/") ? String.valueOf(Path.of(word).getFileName()) : word)
                .toList();
    }
}
