package jp.bansho.jlis.command;

import java.nio.file.Path;
import java.util.List;
import jp.bansho.jlis.line.AskerBook;
import jp.bansho.machine.Home;
import jp.bansho.machine.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho jlis askers`: whose certificates are pinned, and for which affairs.
@Command(
        name = "askers",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Who may ask.", "照会元。"})
final class AskersCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Pin a certificate; compare its SHA-256 with the one the organisation tells you another way.",
                "照会元の証明書を登録します。SHA-256 を別の経路で確認してください。"
            })
    int add(
            @Option(
                            names = "--organisation",
                            required = true,
                            paramLabel = "WORD",
                            description = {"Word such as juki.", "機関名（例: juki）。"})
                    String organisation,
            @Option(
                            names = "--affairs",
                            split = ",",
                            defaultValue = "pension",
                            paramLabel = "WORDS",
                            description = {"Affairs it may ask for (default: pension).", "提供事務（既定: pension）。"})
                    List<String> affairs,
            @Parameters(
                            paramLabel = "CERTIFICATE",
                            description = {"PEM file.", "証明書ファイル（PEM）。"})
                    Path certificate) {
        var sum = AskerBook.add(Home.ofEnvironment(), organisation, affairs, certificate);
        spec.commandLine().getOut().println("pinned / 登録: " + organisation + "  SHA-256 " + sum);
        return ExitCode.DONE;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Show who may ask.", "照会元の一覧を表示します。"})
    int list() {
        for (var asker : AskerBook.of(Home.ofEnvironment()).askers()) {
            spec.commandLine()
                    .getOut()
                    .println(asker.organisation() + "  " + String.join(",", asker.affairs()) + "  until 有効期限 "
                            + asker.certificate().getNotAfter().toInstant());
        }
        return ExitCode.DONE;
    }
}
