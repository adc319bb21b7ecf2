package jp.bansho.numbers.command;

import java.nio.file.Path;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.machine.command.ProgressLine;
import jp.bansho.numbers.taxfile.AppendOrder;
import jp.bansho.numbers.taxfile.TaxFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bansho numbers taxfile …` (N6).
@Command(
        name = "taxfile",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Tax files; for the federation alone.", "税務署提出ファイル（連合会のみ）。"})
final class TaxfileCommand extends TaxParcelCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "append",
            mixinStandardHelpOptions = true,
            description = {"Append numbers to a withholding-slip file (layout 377).", "源泉徴収票ファイル（377）に個人番号を追加します。"})
    int append(
            @Parameters(
                            paramLabel = "IN",
                            description = {"Source: 377 without numbers and four key columns.", "入力（個人番号なし・キー4列付き）。"})
                    Path source,
            @Parameters(
                            paramLabel = "OUT",
                            description = {"Output: 377datNN.txt, or a folder for it.", "出力（377datNN.txt またはフォルダ）。"})
                    Path target,
            @Option(
                            names = "--tax-year",
                            required = true,
                            paramLabel = "YEAR",
                            description = {"Calendar year of the slips.", "年分（西暦）。"})
                    int taxYear,
            @Option(
                            names = "--complete-only",
                            description = {"Leave no output while a number is missing.", "番号が揃わないうちは出力しません。"})
                    boolean completeOnly,
            @Option(
                            names = "--again",
                            description = {
                                "Run although the very same file was worked off before.",
                                "処理済みの同じファイルを再処理する。"
                            })
                    boolean again,
            @Mixin ActorOptions options) {
        try (var machine = Machine.start();
                var progress = new ProgressLine(spec.commandLine().getErr())) {
            var order = new AppendOrder(machine.actor(options), source, target, taxYear, completeOnly, again);
            var appended = machine.part(TaxFiles.class).append(order, progress);
            progress.end();
            return TaxfileReport.print(spec.commandLine().getOut(), options.json(), appended);
        }
    }

    @Command(
            name = "rows",
            mixinStandardHelpOptions = true,
            description = {"All missing numbers and broken rules of a job.", "番号なし・規則違反の全件一覧。"})
    int rows(@Parameters(paramLabel = "ID", description = "job / ジョブ番号") long id, @Mixin ActorOptions options) {
        try (var machine = Machine.start()) {
            var shortfall = machine.part(TaxFiles.class).shortfall(machine.actor(options), id);
            TaxfileReport.print(spec.commandLine().getOut(), options.json(), shortfall);
            return ExitCode.DONE;
        }
    }
}
