package jp.bansho.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;

/// Time and memory at N and at 10 N people, each in a fresh JVM.
public final class GrowthMeasure {

    private static final long REPEATED_UP_TO = 1_000_000;
    private static final int TIMES = 10;

    private final Site site;
    private final Path warmUp;
    private final long people;
    private final int rounds;

    /// @param warmUp a small population that every JVM works off first
    /// @param rounds how often up to a million people; larger populations once
    GrowthMeasure(Site site, Path warmUp, long people, int rounds) {
        this.site = site;
        this.warmUp = warmUp;
        this.people = people;
        this.rounds = rounds;
    }

    private record Size(Timed intake, double peakMemory) {}

    void run(Results results) throws Exception {
        var small = at(people);
        var large = at(people * TIMES);
        results.add(Bar.atMost(
                "growth of intake, time at 10 N / time at N",
                large.intake.seconds() / small.intake.seconds(),
                11,
                people * TIMES));
        results.add(Bar.atMost("peak resident memory at 10 N, MiB", large.peakMemory, 1024, people * TIMES));
        results.add(new Section(
                "Growth",
                Timed.COLUMNS,
                List.of(small.intake.row("intake, N"), large.intake.row("intake, 10 N")),
                "N is %,d people in three associations; each size in a JVM of its own with a heap of 768 MiB. Peak memory: %s MiB at N, %s MiB at 10 N."
                        .formatted(people, Figures.shown(small.peakMemory), Figures.shown(large.peakMemory))));
    }

    private Size at(long size) throws Exception {
        var population = site.population("growth-" + size, size, Site.ALL.size(), 13, false);
        var times = size <= REPEATED_UP_TO ? rounds : 1;
        var intake = new ArrayList<Timed>();
        try (var worker = WorkerProcess.start(site.home())) {
            WarmUp.run(site, worker, warmUp);
            for (var round = 1; round <= times; round++) {
                intake.add(new Intakes(site, worker).intoEmpty(population, Site.ALL));
                site.say("growth, %,d people, round %d: intake %.1f s / 規模の影響"
                        .formatted(size, round, intake.getLast().seconds()));
            }
            return new Size(Timed.median(intake), worker.peakMemory());
        } finally {
            Site.remove(population);
            site.empty();
        }
    }
}
