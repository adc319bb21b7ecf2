package jp.bansho.numbers.command;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Runs one command after the other in one process with the environment of a home: the same
/// entrance as the shell's, but without a new Java for each.
public final class CommandDoor {

    private CommandDoor() {}

    /// Reads a line of Base64 words (standard input, then the arguments) and answers with the exit
    /// code, standard output and standard error, until its input ends.
    public static void main(String[] arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        var answers = System.out;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var words =
                    Arrays.stream(line.split(" ", -1)).map(CommandDoor::open).toArray(String[]::new);
            System.setIn(new ByteArrayInputStream(words[0].getBytes(StandardCharsets.UTF_8)));
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            var code = Bansho.run(Arrays.copyOfRange(words, 1, words.length));
            answers.println(code + " " + Base64.getEncoder().encodeToString(out.toByteArray()) + " "
                    + Base64.getEncoder().encodeToString(err.toByteArray()));
            answers.flush();
        }
    }

    static String open(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }

    static String wrap(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
