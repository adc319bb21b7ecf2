package jp.bansho.jlis.command;

import java.util.concurrent.Callable;
import jp.bansho.machine.Home;
import jp.bansho.machine.command.DatabaseAddress;
import jp.bansho.machine.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bansho jlis init`.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Set up keys, database and the line's certificate; running it again adds what is new.",
            "鍵・データベース・回線の証明書を設定します。再実行すると不足分だけを追加します。",
            "BANSHO_DB_URL, BANSHO_DB_USER, BANSHO_DB_PASSWORD name the database and its administrator."
        })
final class InitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var home = Home.ofEnvironment();
        var certificate = JlisSetup.all(home, DatabaseAddress.ofEnvironment());
        var out = spec.commandLine().getOut();
        out.println("ready / 準備完了: " + home.folder());
        out.println("certificate of the line, for askers to pin / 回線の証明書（照会元で登録）: " + certificate);
        return ExitCode.DONE;
    }
}
