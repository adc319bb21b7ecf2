package jp.bansho.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.bansho.bench.measure.Benchmark;
import jp.bansho.bench.measure.ErasureMeasure;
import jp.bansho.bench.measure.ParcelMeasure;
import jp.bansho.bench.measure.Plan;
import jp.bansho.bench.measure.Results;
import jp.bansho.bench.measure.RotationMeasure;
import jp.bansho.bench.measure.Site;
import jp.bansho.bench.measure.TerminalMeasure;
import jp.bansho.bench.measure.TerminalPlan;
import jp.bansho.bench.report.MachineFacts;
import jp.bansho.bench.report.Report;
import jp.bansho.bench.report.ReportFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bansho bench`: measures and writes `latest.json` and `latest.md`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {"Measure, and write the report.", "測定して報告書を書きます。"})
public final class BenchMain implements Callable<Integer> {

    private static final long QUICK = 3_000;

    /// Mebibytes from which one round is enough: its length evens out what others do on the machine.
    private static final int LARGE = 4096;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = {"How many people (default 100000).", "人数（既定 100000）。"})
    private @Nullable Long people;

    @Option(
            names = "--peers",
            description = {"Also JPA/Hibernate, ShardingSphere-JDBC and pgcrypto.", "他方式とも比較します。"})
    private boolean peers;

    @Option(
            names = "--growth",
            description = {"Also ten times as many people.", "10倍の人数でも測定します。"})
    private boolean growth;

    @Option(
            names = "--terminal",
            description = {"The business terminals only; written to terminal.md.", "業務端末だけを測定し、terminal.md に書きます。"})
    private boolean terminal;

    @Option(
            names = "--rotation",
            description = {
                "Look-ups while keys change, only; written to rotation.md.",
                "鍵の更新中の検索だけを測定し、rotation.md に書きます。"
            })
    private boolean rotation;

    @Option(
            names = "--parcel",
            description = {"Parcels only, no database; written to parcel.md.", "媒体の封緘だけを測定し、parcel.md に書きます。"})
    private boolean parcel;

    @Option(
            names = "--mebibytes",
            paramLabel = "N",
            description = {
                "With --parcel: how long the file in the parcel is (default 1024).",
                "--parcel の大きさ（既定 1024）。"
            })
    private @Nullable Integer mebibytes;

    @Option(
            names = "--erasure",
            description = {"Erasures only; written to erasure.md.", "廃棄だけを測定し、erasure.md に書きます。"})
    private boolean erasure;

    @Option(
            names = "--flow",
            description = {"Flow 1 on four machines, only; written to flow.md.", "4台の機械での流れ1だけを測定し、flow.md に書きます。"})
    private boolean flow;

    @Option(
            names = "--tax",
            description = {"The tax season only; written to tax.md.", "税の季節の処理だけを測定し、tax.md に書きます。"})
    private boolean tax;

    @Option(
            names = "--quick",
            description = {
                "A smoke test of the benchmark itself; its figures mean nothing.",
                "ベンチマーク自体の動作確認。数値に意味はありません。"
            })
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {"Folder of the report (default docs/bench).", "報告書のフォルダ（既定 docs/bench）。"})
    private @Nullable Path out;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = {
                "Where the database and files lie meanwhile: an empty folder (default: a temporary one).",
                "作業用の空フォルダ（既定: 一時フォルダ）。"
            })
    private @Nullable Path work;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var began = System.nanoTime();
        var plan = new Plan(people != null ? people : quick ? QUICK : 100_000, peers, growth, quick);
        requireSense(plan);
        var root = Path.of(System.getProperty("bansho.root", "."));
        var folder = out != null ? out : root.resolve(quick ? "target/bench-quick" : "docs/bench");
        var place = work != null ? Files.createDirectories(work) : Files.createTempDirectory("bansho-bench");
        if (parcel) {
            return parcel(began, folder, place);
        }
        try (var site = new Site(place.toAbsolutePath())) {
            var results = results(site, plan);
            var minutes = Math.round((System.nanoTime() - began) / 60e9);
            var report = new Report(
                    results.bars(),
                    results.sections(),
                    MachineFacts.here(site.postgres()).line(),
                    command(plan),
                    minutes);
            var name = erasure
                    ? "erasure"
                    : terminal ? "terminal" : rotation ? "rotation" : flow ? "flow" : tax ? "tax" : "latest";
            ReportFiles.write(report, folder, name);
            site.say("written / 書きました: %1$s.md, %1$s.json".formatted(name));
            return results.bars().stream().allMatch(bar -> bar.holds()) ? 0 : 1;
        }
    }

    private Results results(Site site, Plan plan) throws Exception {
        if (erasure) {
            return new ErasureMeasure(site, plan.people(), quick ? 1 : 3).run();
        }
        if (tax) {
            return new TaxMeasure(site, plan.people(), quick ? 0 : 3).run();
        }
        if (flow) {
            return new FlowMeasure(site, plan.people()).run();
        }
        if (terminal) {
            return new TerminalMeasure(site, new TerminalPlan(plan.people(), quick)).run();
        }
        return rotation ? new RotationMeasure(site, plan.people(), quick).run() : new Benchmark(site, plan).run();
    }

    private int parcel(long began, Path folder, Path place) throws Exception {
        var size = mebibytes != null ? mebibytes : quick ? 64 : 1024;
        var results = new ParcelMeasure(place.toAbsolutePath(), size, quick || size > LARGE ? 1 : 3).run();
        var minutes = Math.round((System.nanoTime() - began) / 60e9);
        var command = "./bansho bench --parcel --mebibytes " + size + (quick ? " --quick" : "");
        ReportFiles.write(
                new Report(
                        results.bars(),
                        results.sections(),
                        MachineFacts.here("not used").line(),
                        command,
                        minutes),
                folder,
                size > LARGE ? "parcel-large" : "parcel");
        return results.bars().stream().allMatch(bar -> bar.holds()) ? 0 : 1;
    }

    private void requireSense(Plan plan) {
        if (mebibytes != null && (!parcel || mebibytes < 1 || mebibytes > 90_000)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--mebibytes: with --parcel, 1 to 90000 / --parcel と併せて 1〜90000");
        }
        if (parcel && (terminal || erasure || rotation || peers || growth || people != null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--parcel: only with --mebibytes and --quick / --parcel は単独で指定します");
        }
        if (tax && (flow || terminal || erasure || rotation || parcel || peers || growth)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--tax: alone / --tax は単独で指定します");
        }
        if (flow && (terminal || erasure || rotation || parcel || peers || growth)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--flow: alone / --flow は単独で指定します");
        }
        if (erasure && (peers || growth || terminal)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--erasure: alone / --erasure は他の測定と併用できません");
        }
        if ((terminal || rotation) && (peers || growth || erasure || terminal == rotation)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--terminal, --rotation: each alone / --terminal・--rotation は他と併用できません");
        }
        var most = growth ? Plan.MOST_WITH_GROWTH : Plan.MOST;
        if (plan.people() < Plan.LEAST || plan.people() > most) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--people: %,d to %,d / 人数は %,d から %,d まで".formatted(Plan.LEAST, most, Plan.LEAST, most));
        }
    }

    private String command(Plan plan) {
        return "./bansho bench " + (erasure ? "--erasure " : "") + (terminal ? "--terminal " : "")
                + (rotation ? "--rotation " : "") + (flow ? "--flow " : "") + (tax ? "--tax " : "") + "--people "
                + plan.people()
                + (plan.peers() ? " --peers" : "") + (plan.growth() ? " --growth" : "")
                + (plan.quick() ? " --quick" : "");
    }
}
