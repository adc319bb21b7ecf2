package jp.bansho.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.bansho.bench.measure.ProcessTimes;
import jp.bansho.bench.measure.Results;
import jp.bansho.bench.measure.Site;
import jp.bansho.bench.measure.TaxSources;
import jp.bansho.bench.measure.WorkerProcess;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;
import jp.bansho.media.ParcelKeys;

/// The tax season: from a source parcel to a finished one with all rules, numbers, the self-check
/// and the records, against opening and sealing the same bytes; and one file against as many as
/// there are municipalities.
final class TaxMeasure {

    private static final double SLIPS_A_PERSON = 0.519;
    private static final int MUNICIPALITIES = 1_700;
    private static final long WARM_SLIPS = 1_000_000;
    private static final String ASSOCIATION = "28";

    private final Site site;
    private final long slips;
    private final int rounds;
    private final Path folder;
    private final Door door;
    private int media;

    /// One run.
    private record Run(double seconds, double processor, double database) {}

    /// @param slips about how many, as the population has them
    TaxMeasure(Site site, long slips, int rounds) {
        this.site = site;
        this.slips = slips;
        this.rounds = rounds;
        this.folder = site.file("tax-season");
        this.door = new Door(
                Path.of(System.getProperty("bansho.root", ".")).toAbsolutePath(), site.home(), site.database());
    }

    Results run() throws Exception {
        Files.createDirectories(folder);
        var people = (long) Math.ceil(slips / SLIPS_A_PERSON);
        var population = site.population("tax", people, 1, 13, false);
        var pension = correspondents();
        var first = Site.hire(site.database(), "b-officer-1", "federation-officer", "tax", 0);
        var second = Site.hire(site.database(), "b-officer-2", "federation-officer", "tax", 0);
        try (var worker = WorkerProcess.start(site.home(), "jp.bansho.bench.worker.WorkerMain")) {
            site.say("registering %,d people / 登録".formatted(people));
            for (var kind : List.of("RESULTS", "DEPENDANTS")) {
                var name = kind.equals("RESULTS") ? "identity-results-" : "dependants-";
                worker.ask("intake", kind, ASSOCIATION, population.resolve(name + ASSOCIATION + ".csv"));
            }
            var sources = new TaxSources(population.resolve("withholding-source.csv"), ASSOCIATION);
            var count = sources.withholding(folder.resolve("slips.csv"));
            var slipParcel = TaxSources.parcel(
                    pension,
                    folder.resolve("slips.csv"),
                    "withholding-source",
                    "withholding-slips",
                    count,
                    folder.resolve("in"));
            var one = reports(sources, pension, count, 1);
            var many = reports(sources, pension, count, MUNICIPALITIES);
            for (var parcel : List.of(slipParcel, one, many)) {
                register(parcel);
            }
            var ours = new ArrayList<Run>();
            var copies = new ArrayList<Run>();
            var ones = new ArrayList<Run>();
            var manys = new ArrayList<Run>();
            for (var round = 1 - warmUps(); round <= rounds; round++) {
                var tax = written(worker, slipParcel, "withholding", first, second);
                var copy = run(worker, "tax-copy", slipParcel, out());
                var inOne = written(worker, one, "payment-report", first, second);
                var inMany = written(worker, many, "payment-report", first, second);
                site.say("round %d: %.1f s, copied in %.1f s; one file %.1f s, %d files %.1f s"
                        .formatted(round, tax.seconds, copy.seconds, inOne.seconds, MUNICIPALITIES, inMany.seconds));
                if (round > 0 || rounds == 0) {
                    ours.add(tax);
                    copies.add(copy);
                    ones.add(inOne);
                    manys.add(inMany);
                }
            }
            return report(count, middle(ours), middle(copies), middle(ones), middle(manys), worker.peak());
        }
    }

    /// Rounds that are not counted: until some million slips have gone through, the compiler takes a third of the
    /// processor.
    private int warmUps() {
        return rounds == 0 ? 1 : (int) (1 + WARM_SLIPS / Math.max(slips, 1));
    }

    /// Keys of the pension machine and of the tax office; the number machine knows both.
    private ParcelKeys correspondents() throws IOException, InterruptedException {
        for (var name : List.of("taro", "hanako")) {
            Files.writeString(
                    site.home().resolve("staff.properties"),
                    name + " = federation\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        }
        must("numbers", "media", "keys", "--organisation", "numbers");
        var from = Instant.now().minus(1, ChronoUnit.HOURS);
        var until = from.plus(30, ChronoUnit.DAYS);
        var pension = new ParcelKeys(folder.resolve("pension-keys"));
        pension.make("pension", from, until);
        pension.sealFor("numbers", site.home().resolve("media/numbers-receive.pem"));
        new ParcelKeys(folder.resolve("tax-keys")).make("tax-office", from, until);
        must(
                "numbers",
                "media",
                "seal-for",
                "--organisation",
                "tax-office",
                "--certificate",
                folder.resolve("tax-keys/tax-office-receive.pem").toString());
        must(
                "numbers",
                "media",
                "believe",
                "--organisation",
                "pension",
                "--purposes",
                "withholding-slips,payment-reports",
                "--certificate",
                folder.resolve("pension-keys/pension-sign.pem").toString());
        return pension;
    }

    private Path reports(TaxSources sources, ParcelKeys pension, long count, int municipalities) throws IOException {
        var file = folder.resolve("reports-" + municipalities + ".csv");
        sources.reports(file, count, municipalities);
        return TaxSources.parcel(
                pension, file, "payment-report-source", "payment-reports", count, folder.resolve("in"));
    }

    private void register(Path parcel) throws IOException, InterruptedException {
        must(
                "numbers",
                "media",
                "register",
                parcel.toString(),
                "--medium",
                "IN-" + ++media,
                "--brought-by",
                "jiro",
                "--as",
                "taro",
                "--with",
                "hanako");
    }

    private Run written(WorkerProcess worker, Path parcel, String report, long first, long second) throws Exception {
        var prepared = worker.ask("tax-prepare", parcel, report, Site.TAX_YEAR, first, second, "OUT-" + ++media);
        if (!prepared[4].equals("0")) {
            throw new IOException(prepared[4] + " rules are broken in the source");
        }
        return run(worker, "tax-write", prepared[1], out());
    }

    private Path out() throws IOException {
        return Files.createDirectories(folder.resolve("out-" + ++media));
    }

    private Run run(WorkerProcess worker, Object... order) throws Exception {
        var server = Site.postmaster(site.database());
        var own = ProcessTimes.own(worker.pid());
        var database = ProcessTimes.tree(server);
        var answer = worker.ask(order);
        var run = new Run(
                Double.parseDouble(answer[0]),
                ProcessTimes.own(worker.pid()) - own,
                ProcessTimes.tree(server) - database);
        Site.remove((Path) order[order.length - 1]);
        return run;
    }

    private static Run middle(List<Run> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Run::seconds))
                .toList()
                .get(runs.size() / 2);
    }

    private Results report(long count, Run tax, Run copy, Run one, Run many, double peak) {
        var results = new Results();
        results.add(Bar.atLeast(
                "377 from source parcel to finished parcel / opening and sealing the same bytes, speed by wall",
                copy.seconds / tax.seconds,
                0.4,
                count));
        results.add(Bar.atMost(
                MUNICIPALITIES + " municipal files / one file of the same size, time",
                many.seconds / one.seconds,
                1.3,
                count));
        results.add(new Section(
                "The tax season",
                List.of("what", "slips", "wall s", "slips/s", "CPU s of the process", "CPU s of PostgreSQL"),
                List.of(
                        row("377, all rules, numbers, self-check, records", count, tax),
                        row("the same source opened and sealed again", count, copy),
                        row("municipal reports, one file", count, one),
                        row("municipal reports, " + MUNICIPALITIES + " files", count, many)),
                """
                Medians of %d by wall time after %d of warming up. Each run begins with a parcel on the disk and ends with one; \
                the preview before it is not in it. Peak memory of the process: %.0f MiB.""".formatted(Math.max(rounds, 1), warmUps(), peak)));
        return results;
    }

    private static List<String> row(String what, long count, Run run) {
        return List.of(
                what,
                Figures.shown((double) count),
                Figures.shown(run.seconds),
                Figures.shown(Math.rint(count / run.seconds)),
                Figures.shown(run.processor),
                Figures.shown(run.database));
    }

    private void must(String... words) throws IOException, InterruptedException {
        if (door.run(List.of(words)).code() != 0) {
            throw new IOException("a step failed / 失敗した手順があります");
        }
    }
}
