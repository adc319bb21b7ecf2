package jp.bansho.numbers.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.bansho.numbers.installation.Home;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the number machine: `bansho numbers …` and `bansho audit …`.
@Command(
        name = "bansho",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NumbersCommand.class, AuditCommand.class},
        mixinStandardHelpOptions = true,
        description = {"Individual Number management system.", "個人番号管理システム。"},
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:done / 正常終了",
            "1:refused or failed, nothing half done / 拒否または失敗（中途半端な結果なし）",
            "2:command line not understood / コマンド行の誤り",
            "3:done, with findings / 終了（要確認あり）",
            "4:the audit record does not verify / 使用の記録が検証できない"
        })
public final class Bansho {

    private Bansho() {}

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        // the log is set up by its own file alone: Spring's way would print a full disk's traces onto the terminal
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var home = Home.ofEnvironment();
        if (Files.isDirectory(home.folder()) && canBeWritten(home.log())) {
            System.setProperty("BANSHO_LOG", home.log().toString());
        }
        var line = new CommandLine(new Bansho());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Refusals());
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
