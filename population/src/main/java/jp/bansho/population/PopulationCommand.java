package jp.bansho.population;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command `population`: makes invented people from the command line.
@Command(
        name = "population",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"架空の人口を作ります。", "Makes an invented population."})
public final class PopulationCommand {

    /// Done, the files are there.
    public static final int DONE = 0;
    /// The files could not be written.
    public static final int FAILED = 1;
    /// The request makes no sense as it stands, or the folder is not empty.
    public static final int REFUSED = 2;

    private final InstantSource clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// The clock only tells the progress line how long the work takes; no time ever enters a file.
    public PopulationCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = {
                "架空の照会結果、扶養控除対象者、源泉徴収票などのファイルと正解を作ります。番号は検査用数字が正しく、実在の番号と偶然一致し得ます。",
                "Makes invented inquiry results, dependants, withholding slips and the truth about them."
                        + " The numbers have valid check digits and may coincide with real ones by chance."
            })
    int make(
            @Option(
                            names = "--people",
                            required = true,
                            paramLabel = "N",
                            description = {"人数の合計", "how many people"})
                    long people,
            @Option(
                            names = "--seed",
                            required = true,
                            paramLabel = "S",
                            description = {"乱数の種。同じ種からは同じファイルができます。", "the same seed makes the same files"})
                    long seed,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "DIR",
                            description = {"出力先(空のフォルダー)", "an empty folder"})
                    Path out,
            @Option(
                            names = "--associations",
                            defaultValue = "3",
                            paramLabel = "K",
                            description = {
                                "構成組合の数 (既定 ${DEFAULT-VALUE})",
                                "how many associations (default ${DEFAULT-VALUE})"
                            })
                    int associations,
            @Option(
                            names = "--tax-year",
                            defaultValue = "2025",
                            paramLabel = "YEAR",
                            description = {
                                "源泉徴収票の年分、西暦 (既定 ${DEFAULT-VALUE})",
                                "tax year of the slips (default ${DEFAULT-VALUE})"
                            })
                    int taxYear,
            @Option(
                            names = "--faults",
                            description = {"誤りを混ぜ、場所を truth/faults.csv に書きます。", "plant mistakes and say where"})
                    boolean faults,
            @Option(
                            names = "--next-month",
                            description = {
                                "翌奇数月までの異動と照会結果を加えます。",
                                "add what happens until the next odd month, and its results"
                            })
                    boolean nextMonth,
            @Option(
                            names = "--next-year",
                            description = {"翌年分の扶養控除対象者ファイルを加えます。", "add next year's dependants"})
                    boolean nextYear,
            @Option(
                            names = "--json",
                            description = {"結果をJSONで標準出力に書きます。", "print the result as JSON"})
                    boolean json) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Options options = new Options(people, seed, out, associations, faults, taxYear, nextMonth, nextYear);
            Population.Made made = Population.make(options, new ConsoleProgress(err, clock));
            print(spec.commandLine().getOut(), made, json);
            return DONE;
        } catch (IllegalArgumentException senseless) {
            err.println(senseless.getMessage());
            return REFUSED;
        } catch (DirectoryNotEmptyException full) {
            err.println("出力先が空ではありません / the folder is not empty: " + full.getFile());
            return REFUSED;
        } catch (IOException broken) {
            err.println("ファイルを書けませんでした / the files could not be written: " + broken.getMessage());
            return FAILED;
        }
    }

    private static void print(PrintWriter out, Population.Made made, boolean json) {
        String form = json
                ? "{\"people\":%d,\"recipients\":%d,\"spouses\":%d,\"dependants\":%d,\"slips\":%d,\"faults\":%d}%n"
                : "%,d 人 people: 受給権者 recipients %,d, 配偶者 spouses %,d, 扶養 dependants %,d; 源泉徴収票 slips %,d;"
                        + " 通常登録以外の行 rows not plainly registered %,d%n";
        out.printf(
                Locale.ROOT,
                form,
                made.people(),
                made.recipients(),
                made.spouses(),
                made.dependants(),
                made.slips(),
                made.faults());
        out.flush();
    }
}
