package jp.bansho.population;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import picocli.CommandLine;

/// The program: hands the command line to [PopulationCommand] and exits with its code. Speaks UTF-8 whatever the
/// locale.
public final class PopulationMain {

    private PopulationMain() {}

    /// Runs the command and exits with its code.
    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new PopulationCommand(InstantSource.system()));
        command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(arguments));
    }
}
