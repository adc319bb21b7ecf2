package jp.bansho.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bansho test --faults`: the fault suite. Ends with the line `kills: N, lost: 0, doubled: 0`.
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Kill the machine and its database at random moments and hold what is left against what was acknowledged.",
            "任意の時点で機械とデータベースを強制終了し、受け付けた内容が失われず重複しないことを確かめます。"
        })
public final class FaultsMain implements Callable<Integer> {

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "200",
            description = {"How many kills (default 200).", "強制終了の回数（既定 200）。"})
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = {"The seed of an earlier run, to plan the same again.", "乱数の種（以前の実行を繰り返す）。"})
    private @Nullable Long seed;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = {"One scenario alone, without the kills; an unknown name lists all.", "指定した障害だけを試します。"})
    private @Nullable String only;

    @Option(
            names = "--without-scenarios",
            description = {"The kills alone.", "強制終了だけを試します。"})
    private boolean withoutScenarios;

    @Option(
            names = "--flow",
            description = {"Flow 1 on four machines alone.", "四つの機械を通る流れ1だけを試します。"})
    private boolean flow;

    @Option(
            names = "--short",
            description = {"About a dozen kills, as the ordinary tests do.", "短い試験（強制終了およそ十回）だけを行います。"})
    private boolean brief;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = {"Keep everything there, to look at it.", "作業フォルダを残します。"})
    private @Nullable Path keep;

    /// Runs the suite and exits with 0 if nothing is lost, doubled or half done.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FaultsMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var planned = seed == null ? System.nanoTime() & 0xffff_ffffL : seed;
        var folder = keep == null ? Files.createTempDirectory("bansho-faults") : Files.createDirectories(keep);
        var tally = new Tally();
        tally.say("seed / 乱数の種: " + planned + ", to repeat: ./bansho test --faults --kills " + kills + " --seed "
                + planned);
        try (var suite = new Suite(folder.toAbsolutePath(), planned, tally)) {
            if (flow) {
                suite.flow(Math.max(1, kills / Suite.HOPS));
            } else if (brief) {
                suite.shortly();
            } else if (only == null) {
                suite.kills(kills);
            }
            if (!brief && !flow && (only != null || !withoutScenarios)) {
                suite.scenarios(only);
            }
        } finally {
            if (keep == null) {
                Folders.remove(folder);
            }
        }
        tally.named().forEach(System.out::println);
        System.out.println(tally.line());
        return tally.clean() ? 0 : 1;
    }
}
