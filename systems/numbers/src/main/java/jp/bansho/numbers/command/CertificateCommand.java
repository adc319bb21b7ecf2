package jp.bansho.numbers.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.retention.CertificateSummary;
import jp.bansho.retention.CertificateVerdict;
import jp.bansho.retention.CertificateVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho audit certificate`: verifies an erasure certificate (廃棄証明) with nothing but the published public key (R3).
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = {"Verify an erasure certificate; needs no database.", "廃棄証明を検証します（データベース不要）。"})
final class CertificateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = {"The certificate.", "廃棄証明のファイル。"})
    private Path file = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = {"The public key: audit/public-key.pem of the home folder.", "公開鍵（ホームの audit/public-key.pem）。"
            })
    private Path key = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        return switch (new CertificateVerifier(KeyFile.read(key)).verify(Files.readAllBytes(file))) {
            case CertificateVerdict.Genuine(var certificate) -> {
                CertificateSummary.lines(certificate).forEach(out::println);
                yield ExitCode.DONE;
            }
            case CertificateVerdict.Worthless(var english, var japanese) -> {
                out.println("無効: " + japanese + " / WORTHLESS: " + english);
                yield ExitCode.NOT_SOUND;
            }
        };
    }
}
