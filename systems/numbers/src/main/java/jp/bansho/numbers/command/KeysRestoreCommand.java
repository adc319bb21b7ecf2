package jp.bansho.numbers.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.bansho.machine.Home;
import jp.bansho.machine.command.ExitCode;
import jp.bansho.numbers.installation.KeyRestore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho numbers keys restore`.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Bring the keys of a backup back into a home that has none; two people do it.",
            "鍵のないホームへ、バックアップから鍵を復元します。2人で行います。"
        })
final class KeysRestoreCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = {"The backup.", "バックアップのファイル。"})
    private Path from = Path.of("");

    @Option(
            names = "--share",
            required = true,
            paramLabel = "FILE",
            description = {"A share; as often as needed.", "分散片（必要な数だけ繰り返し指定）。"})
    private List<Path> shares = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "KEY",
            description = {
                "A key that was destroyed since, such as pad-seal/28/1; not restored.",
                "戻さない鍵（破壊済みの鍵。例: pad-seal/28/1）。"
            })
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = {"Login of who does it.", "実施者のログイン名。"})
    private String by = "";

    @Option(
            names = "--with",
            required = true,
            paramLabel = "NAME",
            description = {"Login of the other person.", "立会者のログイン名。"})
    private String with = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var note = new KeyRestore(Home.ofEnvironment(), Clock.systemUTC())
                .restore(from, shares, KeyRestore.parse(without), by, with);
        var out = spec.commandLine().getOut();
        out.println("復元しました / restored: " + note.keys() + " (" + note.set() + ")");
        note.leftOut().forEach(name -> out.println("戻さなかった鍵 / left out, destroyed since: " + name));
        return ExitCode.DONE;
    }
}
