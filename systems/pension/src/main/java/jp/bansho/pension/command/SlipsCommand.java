package jp.bansho.pension.command;

import jp.bansho.machine.command.ExitCode;
import jp.bansho.pension.slips.TaxFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho pension slips …`.
@Command(
        name = "slips",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {"Withholding slips.", "源泉徴収票。"})
final class SlipsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "cut",
            mixinStandardHelpOptions = true,
            description = {
                "Make one sealed parcel with the withholding slips of a tax year for the number machine; a second person has to approve it.",
                "年分の源泉徴収票ファイルを、個人番号管理システム宛ての暗号化した媒体として1つ作成します。別の人の承認が必要です。"
            })
    int cut(@Mixin CutOptions options) {
        options.cut(TaxFile.SLIPS, spec);
        return ExitCode.DONE;
    }
}
