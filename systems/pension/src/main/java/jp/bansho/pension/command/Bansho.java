package jp.bansho.pension.command;

import java.util.Set;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.machine.command.Entrance;
import jp.bansho.media.ParcelRefused;
import picocli.CommandLine.Command;

/// The command line of the pension machine: `bansho pension …`.
@Command(
        name = "bansho",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PensionCommand.class},
        mixinStandardHelpOptions = true,
        description = {"Pension benefit system.", "年金給付システム。"},
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:done / 正常終了",
            "1:refused or failed, nothing half done / 拒否または失敗（中途半端な結果なし）",
            "2:command line not understood / コマンド行の誤り",
            "3:done, with findings / 終了（要確認あり）"
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
        return Entrance.run(new Bansho(), Set.of(ParcelRefused.class, LayoutUnknown.class), arguments);
    }
}
