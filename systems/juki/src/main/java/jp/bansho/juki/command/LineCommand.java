package jp.bansho.juki.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.bansho.machine.Home;
import jp.bansho.machine.LineKey;
import jp.bansho.machine.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho juki line`: the own key for the line to J-LIS, and whose certificate it trusts (J4).
@Command(
        name = "line",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"The line to J-LIS.", "機構との回線。"})
final class LineCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = {
                "Make the own key; J-LIS pins the certificate that is written beside it.",
                "回線用の鍵を作成します。証明書は機構に登録してもらいます。"
            })
    int key() {
        var certificate =
                LineKey.make(Home.ofEnvironment(), "juki", Clock.systemUTC().instant());
        spec.commandLine().getOut().println("made / 作成: " + certificate);
        return ExitCode.DONE;
    }

    @Command(
            name = "trust",
            mixinStandardHelpOptions = true,
            description = {"Name the address of J-LIS and its certificate.", "機構の接続先と証明書を登録します。"})
    int trust(
            @Option(
                            names = "--url",
                            required = true,
                            paramLabel = "URL",
                            description = {"https://host:port/", "接続先。"})
                    String url,
            @Option(
                            names = "--certificate",
                            required = true,
                            paramLabel = "FILE",
                            description = {"The certificate of J-LIS.", "機構の証明書。"})
                    Path certificate) {
        var home = Home.ofEnvironment();
        try {
            Files.createDirectories(home.tls());
            Files.write(home.tls().resolve("jlis.pem"), Files.readAllBytes(certificate));
            Files.writeString(home.folder().resolve("line.properties"), "url = " + url + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate could not be taken on", e);
        }
        spec.commandLine().getOut().println("known / 登録: " + url);
        return ExitCode.DONE;
    }
}
