package jp.bansho.machine.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.bansho.audit.KeyFile;
import jp.bansho.machine.NotInstalled;
import jp.bansho.media.ledger.Papers;
import jp.bansho.media.ledger.SignedDisposal;
import jp.bansho.paper.PaperPress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `… media certificate`: disposal certificates 媒体廃棄証明, own ones once more and those of recipients (M5).
@Command(
        name = "certificate",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Disposal certificates.", "媒体廃棄証明。"})
final class CertificateCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private MediaCommand media;

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {"Write a certificate again.", "証明書をもう一度書き出します。"})
    int certificate(
            @Parameters(paramLabel = "NUMBER", description = "D-… / 証明書番号") String number,
            @Option(
                            names = "--issuer",
                            required = true,
                            paramLabel = "WORD",
                            description = {"Who issued it, as in manifests.", "発行機関の語。"})
                    String issuer,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FOLDER",
                            description = {"Existing folder for the certificate.", "証明書の書き出し先フォルダ。"})
                    Path folder,
            @Mixin LedgerPeople people)
            throws IOException {
        requireFolder(folder);
        try (var session = media.session(people)) {
            var signed = session.desk()
                    .read(session.doer(), c -> session.ledger().disposal().certificate(c, issuer, number))
                    .orElseThrow(() -> new NotInstalled("there is no such certificate here", "その証明書はありません"));
            return written(session, signed, folder);
        }
    }

    @Command(
            name = "note",
            mixinStandardHelpOptions = true,
            description = {
                "Note the recipient's certificate that our medium is destroyed.",
                "受領者が発行した、自機関の媒体の廃棄証明を記録します。"
            })
    int note(
            @Parameters(
                            index = "0",
                            paramLabel = "MEDIUM",
                            description = {"Number, or owner/number.", "番号または 所有者/番号。"})
                    String called,
            @Parameters(index = "1", paramLabel = "FILE", description = "the certificate / 廃棄証明") Path file,
            @Option(
                            names = "--key",
                            required = true,
                            paramLabel = "FILE",
                            description = {"The recipient's public key.", "受領者の公開鍵。"})
                    Path key,
            @Mixin LedgerPeople people)
            throws IOException {
        var trusted = KeyFile.read(key);
        var certificate = Files.readAllBytes(file);
        try (var session = media.session(people)) {
            var doer = session.doer();
            var noted = session.desk()
                    .with(
                            doer,
                            called,
                            "certified",
                            (c, it) -> session.ledger().disposal().certified(c, doer, it.id(), certificate, trusted));
            return session.say(
                    new JsonLine().put("certificate", noted.number()).put("issuer", noted.issuer()),
                    "noted / 記録: " + noted.issuer() + " " + noted.number());
        }
    }

    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new NotInstalled("the certificate needs an existing folder", "証明書の書き出し先フォルダがありません");
        }
    }

    static int written(LedgerSession session, SignedDisposal signed, Path folder) throws IOException {
        var certificate = signed.certificate();
        var pdf = new PaperPress(session.part(Clock.class)).pdf(Papers.certificate(signed));
        var file = NewFile.write(folder, certificate.number(), signed.text(), pdf);
        var medium = certificate.owner() + "/" + certificate.medium();
        return session.say(
                new JsonLine()
                        .put("certificate", certificate.number())
                        .put("medium", medium)
                        .put("file", file.toString()),
                "%s  %s: certificate / 証明書 %s  %s"
                        .formatted(
                                medium,
                                certificate.destroyed() ? "廃棄 destroyed" : "消去 erased",
                                certificate.number(),
                                file));
    }
}
