package jp.bansho.juki.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import jp.bansho.machine.Home;
import jp.bansho.machine.NotInstalled;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.media.PracticeCertificate;
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

    private static final long DAYS = 730;

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
        var folder = Home.ofEnvironment().tls();
        var now = Clock.systemUTC().instant();
        var random = new SecureRandom();
        var made = PracticeCertificate.make(
                PracticeCertificate.Kind.P_256,
                PracticeCertificate.Use.SIGN,
                "juki",
                now.minus(1, ChronoUnit.HOURS),
                now.plus(DAYS, ChronoUnit.DAYS),
                random);
        var secret = new byte[24];
        random.nextBytes(secret);
        var password = HexFormat.of().formatHex(secret);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (Files.exists(folder.resolve("line.p12"))) {
                throw new NotInstalled("there is a key already; it is not overwritten", "鍵は既にあります。上書きしません");
            }
            Files.writeString(folder.resolve("line.password"), password, StandardCharsets.US_ASCII);
            made.write(folder.resolve("line.p12"), password.toCharArray());
            Files.writeString(folder.resolve("line.pem"), jp.bansho.media.ParcelKeys.pem(made.certificate()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key could not be written", e);
        }
        spec.commandLine().getOut().println("made / 作成: " + folder.resolve("line.pem"));
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
