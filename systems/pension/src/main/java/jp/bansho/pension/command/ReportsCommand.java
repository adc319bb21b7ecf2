package jp.bansho.pension.command;

import jp.bansho.machine.command.ExitCode;
import jp.bansho.pension.slips.TaxFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho pension reports …`.
@Command(
        name = "reports",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Payment reports.", "公的年金等支払報告書。"})
final class ReportsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "cut",
            mixinStandardHelpOptions = true,
            description = {
                "Make one sealed parcel with the payment reports of a tax year for the number machine; a second person has to approve it.",
                "年分の公的年金等支払報告書ファイルを、個人番号管理システム宛ての暗号化した媒体として1つ作成します。別の人の承認が必要です。"
            })
    int cut(@Mixin CutOptions options) {
        options.cut(TaxFile.REPORTS, spec);
        return ExitCode.DONE;
    }
}
