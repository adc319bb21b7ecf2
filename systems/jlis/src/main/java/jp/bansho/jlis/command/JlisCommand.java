package jp.bansho.jlis.command;

import java.util.Set;
import jp.bansho.machine.command.Entrance;
import picocli.CommandLine.Command;

/// `bansho jlis …`: the authority's role.
@Command(
        name = "jlis",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        description = {
            "Stand-in for the authority: resident register, inquiry service, numbers.",
            "機構（J-LIS）の役割: 本人確認情報、照会への回答、個人番号の付番。"
        },
        subcommands = {
            InitCommand.class,
            ResidentsCommand.class,
            EventsCommand.class,
            ChangeCommands.ChangeNumber.class,
            ChangeCommands.Die.class,
            ChangeCommands.Move.class,
            ChangeCommands.Spell.class,
            ChangeCommands.Leave.class,
            AskersCommand.class,
            ServeCommand.class,
            StatusCommand.class
        },
        exitCodeListHeading = "%nExit codes / 終了コード:%n",
        exitCodeList = {
            "0:done / 正常終了",
            "1:refused or failed, nothing half done / 拒否または失敗（中途半端な結果なし）",
            "2:command line not understood / コマンド行の誤り"
        })
public final class JlisCommand {

    private JlisCommand() {}

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        return Entrance.run(new JlisCommand(), Set.of(), arguments);
    }
}
