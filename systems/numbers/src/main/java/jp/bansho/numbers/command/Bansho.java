package jp.bansho.numbers.command;

import java.util.Set;
import jp.bansho.access.AccessRefused;
import jp.bansho.layout.LayoutUnknown;
import jp.bansho.machine.command.Entrance;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.MediaRefused;
import jp.bansho.numbers.cycle.CycleRefused;
import jp.bansho.numbers.job.JobRefused;
import jp.bansho.numbers.recovery.RecoveryRefused;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.vault.IndexLost;
import jp.bansho.numbers.vault.KeysChanging;
import jp.bansho.numbers.vault.RotationRefused;
import picocli.CommandLine.Command;

/// The command line of the number machine: `bansho numbers …` and `bansho audit …`.
@Command(
        name = "bansho",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NumbersCommand.class, AuditCommand.class},
        mixinStandardHelpOptions = true,
        description = {"Individual Number management system.", "個人番号管理システム。"},
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:done / 正常終了",
            "1:refused or failed, nothing half done / 拒否または失敗（中途半端な結果なし）",
            "2:command line not understood / コマンド行の誤り",
            "3:done, with findings / 終了（要確認あり）",
            "4:the audit record does not verify / 使用の記録が検証できない"
        })
public final class Bansho {

    /// Besides those of every machine.
    private static final Set<Class<? extends RuntimeException>> SPEAKING = Set.of(
            JobRefused.class,
            CycleRefused.class,
            StaffRefused.class,
            AccessRefused.class,
            RecoveryRefused.class,
            MediaRefused.class,
            ParcelRefused.class,
            IndexLost.class,
            KeysChanging.class,
            RotationRefused.class,
            LayoutUnknown.class);

    private Bansho() {}

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        return Entrance.run(new Bansho(), SPEAKING, arguments);
    }
}
