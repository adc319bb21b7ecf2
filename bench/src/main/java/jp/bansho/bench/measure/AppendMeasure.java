package jp.bansho.bench.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Section;

/// Appending numbers to a withholding-slip file, against reading, checking and rewriting it without numbers. Leaves its
/// people in the database.
public final class AppendMeasure {

    /// Slips a person in an invented population: one for each recipient.
    private static final double SLIPS_A_PERSON = 0.519;

    private static final long MOST_PEOPLE = 10_000_000;

    private final Site site;
    private final WorkerProcess worker;
    private final long slips;
    private final int rounds;

    AppendMeasure(Site site, WorkerProcess worker, long slips, int rounds) {
        this.site = site;
        this.worker = worker;
        this.slips = slips;
        this.rounds = rounds;
    }

    void run(Results results) throws Exception {
        var people = Math.min(MOST_PEOPLE, (long) Math.ceil(slips / SLIPS_A_PERSON));
        var population = site.population("append", people, Site.ALL.size(), 11, false);
        site.say("append: registering %,d people / 登録".formatted(people));
        new Intakes(site, worker).intoEmpty(population, Site.ALL);
        Sql.run(site.database(), "vacuum analyze");
        var ours = new ArrayList<Timed>();
        var rewrite = new ArrayList<Timed>();
        once(population, "rewrite");
        for (var round = 1; round <= rounds; round++) {
            Sql.run(site.database(), "checkpoint");
            if (round % 2 == 1) {
                ours.add(once(population, "append"));
                rewrite.add(once(population, "rewrite"));
            } else {
                rewrite.add(once(population, "rewrite"));
                ours.add(once(population, "append"));
            }
            site.say("append round %d of %d: %,.0f slips/s / 追加 %d 回目"
                    .formatted(round, rounds, ours.getLast().rate(), round));
        }
        Site.remove(population);
        var middle = Timed.median(ours);
        var floor = Timed.median(rewrite);
        results.add(Bar.atLeast("append / rewrite without numbers", middle.rate() / floor.rate(), 0.5, people));
        results.add(Bar.atLeast("append, slips per second", middle.rate(), 150_000, people));
        results.add(new Section(
                "Append",
                Timed.COLUMNS,
                List.of(middle.row("ours"), floor.row("read, check, rewrite")),
                "Rows are slips; medians of %d. Ours includes the keyed hash of the source, reading and opening every number, the records and the forced write. Peak memory of the measured JVM so far: %.0f MiB."
                        .formatted(rounds, worker.peakMemory())));
    }

    private Timed once(Path population, String order) throws Exception {
        var folder = Files.createDirectories(site.file("tax"));
        var source = population.resolve("withholding-source.csv");
        var target = folder.resolve("377dat01.txt");
        var timed = site.meter().time(worker.pid(), () -> worker.work(order, source, target, Site.TAX_YEAR));
        if (!Files.exists(target)) {
            throw new IllegalStateException("no tax file was delivered");
        }
        Site.remove(folder);
        return timed;
    }
}
