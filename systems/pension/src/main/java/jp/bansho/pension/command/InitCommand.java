package jp.bansho.pension.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.bansho.machine.Home;
import jp.bansho.machine.command.DatabaseAddress;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.pension.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho pension init`.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Set up keys, database and associations; running it again adds what is new.",
            "鍵・データベース・構成組合を設定します。再実行すると不足分だけを追加します。",
            "BANSHO_DB_URL, BANSHO_DB_USER, BANSHO_DB_PASSWORD name the database and its administrator."
        })
final class InitCommand implements Callable<Integer> {

    @Option(
            names = "--associations",
            required = true,
            paramLabel = "FILE",
            description = {"Properties file of the member associations.", "構成組合の設定ファイル。"})
    private Path associations = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var database = DatabaseAddress.ofEnvironment();
        var home = Home.ofEnvironment();
        new Installation(home).setUp(database, associations);
        spec.commandLine().getOut().println("ready / 準備完了: " + home.folder());
        return ExitCode.DONE;
    }
}
