package jp.bansho.numbers.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Somebody at the command line of a home.
final class Desk implements AutoCloseable {

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    Desk(Path home) throws IOException {
        var builder = new ProcessBuilder(Child.java(List.of(), CommandDoor.class))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("BANSHO_HOME", home.toString());
        process = builder.start();
        orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /// What a command answered.
    record Answer(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Answer run(String... arguments) throws IOException {
        return type("", arguments);
    }

    /// Runs a command with that text on its standard input.
    Answer type(String text, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(text));
        words.addAll(Arrays.asList(arguments));
        orders.println(words.stream().map(CommandDoor::wrap).collect(Collectors.joining(" ")));
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the command line died");
        }
        var parts = answer.split(" ", -1);
        return new Answer(Integer.parseInt(parts[0]), CommandDoor.open(parts[1]), CommandDoor.open(parts[2]));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
