package jp.bansho.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Section;
import org.jspecify.annotations.Nullable;

/// Intake into an empty and into a filled database, against raw binary COPY of exactly the rows it left behind.
public final class IntakeMeasure {

    /// Relative sizes of the two associations in a population of two; the second is the measured one.
    private static final double OTHER_WEIGHT = 46;

    private static final double MEASURED_WEIGHT = 40;

    private final Site site;
    private final WorkerProcess worker;
    private final Intakes intakes;
    private final long people;
    private final int rounds;

    IntakeMeasure(Site site, WorkerProcess worker, long people, int rounds) {
        this.site = site;
        this.worker = worker;
        this.intakes = new Intakes(site, worker);
        this.people = people;
        this.rounds = rounds;
    }

    /// The four series.
    private record Series(List<Timed> ours, List<Timed> raw) {
        Series() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        double ratio() {
            return Timed.median(ours).rate() / Timed.median(raw).rate();
        }
    }

    void run(Results results) throws Exception {
        var all = (long) Math.ceil(people * (OTHER_WEIGHT + MEASURED_WEIGHT) / MEASURED_WEIGHT);
        var population = site.population("intake", all, 2, 7, false);
        RawRows.makeTwins(site.database());
        site.say("intake: taking the rows for the raw copy / 比較用の行を用意");
        intakes.intoEmpty(population, List.of(Site.OTHER));
        var there = RawRows.save(site.database(), Site.OTHER, site.file("rows-there"));
        intakes.intoEmpty(population, List.of(Site.MEASURED));
        var fresh = RawRows.save(site.database(), Site.MEASURED, site.file("rows-fresh"));
        site.empty();
        site.meter().time(ProcessHandle.current().pid(), () -> fresh.load(true));
        var empty = new Series();
        var filled = new Series();
        for (var round = 1; round <= rounds; round++) {
            pair(empty, round % 2 == 1, population, fresh, null);
            pair(filled, round % 2 == 1, population, fresh, there);
            site.say("intake round %d of %d: %.2f empty, %.2f filled / 登録 %d 回目"
                    .formatted(round, rounds, empty.ratio(), filled.ratio(), round));
        }
        RawRows.emptyTwins(site.database());
        Site.remove(site.file("rows-there"));
        Site.remove(site.file("rows-fresh"));
        Site.remove(population);
        results.add(Bar.atLeast("intake into an empty database / raw COPY", empty.ratio(), 0.5, people));
        results.add(Bar.atLeast("intake into a filled database / raw COPY", filled.ratio(), 0.5, people));
        results.add(section(empty, filled));
    }

    private void pair(Series series, boolean oursFirst, Path population, RawRows fresh, @Nullable RawRows there)
            throws Exception {
        if (oursFirst) {
            series.ours.add(ours(population, there));
            series.raw.add(raw(fresh, there));
        } else {
            series.raw.add(raw(fresh, there));
            series.ours.add(ours(population, there));
        }
    }

    private Timed ours(Path population, @Nullable RawRows there) throws Exception {
        prepare(there, false);
        return intakes.run(population, List.of(Site.MEASURED));
    }

    private Timed raw(RawRows fresh, @Nullable RawRows there) throws Exception {
        prepare(there, true);
        return site.meter().time(ProcessHandle.current().pid(), () -> fresh.load(true));
    }

    private void prepare(@Nullable RawRows there, boolean twins) throws Exception {
        site.empty();
        RawRows.emptyTwins(site.database());
        if (there != null) {
            there.load(twins);
            Sql.run(site.database(), "analyze");
        }
        Sql.run(site.database(), "checkpoint");
    }

    private Section section(Series empty, Series filled) throws Exception {
        return new Section(
                "Intake",
                Timed.COLUMNS,
                List.of(
                        Timed.median(empty.ours).row("ours, empty database"),
                        Timed.median(empty.raw).row("raw COPY, empty tables"),
                        Timed.median(filled.ours).row("ours, filled database"),
                        Timed.median(filled.raw).row("raw COPY, filled tables")),
                "Rows are numbers registered; medians of %d. The filled database holds %.2f times as many people already. Peak memory of the measured JVM so far: %.0f MiB."
                        .formatted(rounds, OTHER_WEIGHT / MEASURED_WEIGHT, worker.peakMemory()));
    }
}
