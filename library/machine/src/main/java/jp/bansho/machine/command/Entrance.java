package jp.bansho.machine.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import jp.bansho.machine.Home;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;

/// The way into a machine from a command line: log into the home folder, UTF-8, refusals as sentences.
public final class Entrance {

    private Entrance() {}

    /// Runs one command.
    ///
    /// @param root     the picocli command of the machine
    /// @param speaking exceptions of this machine whose messages are meant for people
    /// @return its exit code
    public static int run(Object root, Set<Class<? extends RuntimeException>> speaking, String... arguments) {
        // the log is set up by its own file alone: Spring's way would print a full disk's traces onto the terminal
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var home = Home.ofEnvironment();
        if (Files.isDirectory(home.folder()) && canBeWritten(home.log())) {
            System.setProperty("BANSHO_LOG", home.log().toString());
        }
        var line = new CommandLine(root);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Refusals(speaking));
        line.setParameterExceptionHandler((wrong, _) -> {
            // what was typed by mistake may be a number
            var command = wrong.getCommandLine();
            command.getErr()
                    .println("bansho: " + String.valueOf(wrong.getMessage()).replaceAll("[0-9０-９]{11,}", "…"));
            command.usage(command.getErr());
            return ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    /// A log that cannot be opened must not keep a command from saying what is wrong.
    private static boolean canBeWritten(Path log) {
        if (!Files.exists(log.resolveSibling("."))) {
            return true; // before the setting up
        }
        try {
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return true;
        } catch (IOException e) {
            System.err.println("bansho: the log cannot be written: " + log.getFileName() + " / ログに書き込めません");
            return false;
        }
    }
}
