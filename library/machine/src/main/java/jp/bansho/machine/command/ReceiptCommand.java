package jp.bansho.machine.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.bansho.machine.NotInstalled;
import jp.bansho.media.ledger.Papers;
import jp.bansho.media.ledger.Receipt;
import jp.bansho.paper.PaperPress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `… media receipt`: receipts 受領書 that go back with who brought a parcel, and those that come back for ours (M3).
@Command(
        name = "receipt",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Receipts for parcels.", "受領書。"})
final class ReceiptCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private MediaCommand media;

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {
                "Write the receipt of a registered parcel, as text and as PDF.",
                "受付済み媒体の受領書（テキストとPDF）を書き出します。"
            })
    int write(
            @Mixin ParcelArgument parcel,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FOLDER",
                            description = {"An existing folder.", "書き出し先のフォルダ。"})
                    Path folder,
            @Mixin LedgerPeople people)
            throws IOException {
        try (var session = media.session(people)) {
            var receipt = session.desk()
                    .read(session.doer(), c -> session.ledger().incoming().receipt(c, parcel.number()))
                    .orElseThrow(() -> new NotInstalled("this parcel was not registered here", "この媒体番号は受付されていません"));
            var pdf = new PaperPress(session.part(Clock.class)).pdf(Papers.receipt(receipt));
            var name = NewFile.write(folder, receipt.number(), receipt.text(), pdf);
            return session.say(
                    new JsonLine().put("receipt", receipt.number()).put("file", name.toString()),
                    "receipt / 受領書: " + receipt.number() + "  " + name);
        }
    }

    @Command(
            name = "note",
            mixinStandardHelpOptions = true,
            description = {"Note the recipient's receipt for a parcel of ours.", "受領者から戻った受領書を記録します。"})
    int note(
            @Parameters(paramLabel = "FILE", description = "the receipt's text / 受領書のテキスト") Path file,
            @Mixin LedgerPeople people)
            throws IOException {
        var text = Files.readString(file);
        try (var session = media.session(people)) {
            var doer = session.doer();
            Receipt receipt;
            try {
                receipt = Receipt.parse(text);
            } catch (IllegalArgumentException e) {
                throw new NotInstalled("this file is no receipt", "受領書のファイルではありません");
            }
            var noted =
                    session.desk().done(doer, c -> session.ledger().outgoing().receipted(c, doer, receipt));
            return session.say(
                    new JsonLine()
                            .put("parcel", noted.number().text())
                            .put("state", noted.state().word()),
                    noted.number().text() + "  " + noted.state().japanese() + " / "
                            + noted.state().word());
        }
    }
}
