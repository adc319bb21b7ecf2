package jp.bansho.numbers.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.bansho.numbers.installation.Home;
import jp.bansho.numbers.installation.Installation;
import jp.bansho.numbers.installation.NotInstalled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers init`.
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
        var url = System.getenv("BANSHO_DB_URL");
        if (url == null || url.isBlank()) {
            throw new NotInstalled(
                    "BANSHO_DB_URL is not set; for a practice database run: bansho db start DIR",
                    "BANSHO_DB_URL が設定されていません。練習用は bansho db start DIR で起動できます");
        }
        var home = Home.ofEnvironment();
        new Installation(home)
                .setUp(url, environment("BANSHO_DB_USER"), environment("BANSHO_DB_PASSWORD"), associations);
        spec.commandLine().getOut().println("ready / 準備完了: " + home.folder());
        return ExitCode.DONE;
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        return value == null ? "" : value;
    }
}
