package jp.bansho.bench.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Section;
import jp.bansho.population.Truth;

/// Bad input: every planted fault is found and named, and no other line or person is touched.
public final class FaultsMeasure {

    private static final long MOST = 100_000;
    private static final long LEAST = 500;

    /// Registers nobody.
    private static final String SLIPS = "withholding-source.csv";

    private final Site site;
    private final WorkerProcess worker;
    private final long people;

    FaultsMeasure(Site site, WorkerProcess worker, long people) {
        this.site = site;
        this.worker = worker;
        this.people = Math.clamp(people, LEAST, MOST);
    }

    void run(Results results) throws Exception {
        var population = site.population("faults", people, Site.ALL.size(), 19, true);
        site.empty();
        var expected = new HashMap<String, Map<Long, String>>();
        try (var faults = Truth.of(population).faults()) {
            faults.filter(fault -> !fault.file().equals(SLIPS))
                    .forEach(fault -> expected.computeIfAbsent(fault.file(), _ -> new HashMap<>())
                            .put(fault.line(), fault.expectedOutcome()));
        }
        var planted = expected.values().stream().mapToLong(Map::size).sum();
        var lines = new FaultLines(site.database());
        for (var code : Site.ALL) {
            for (var file : List.of(
                    "RESULTS:registered:identity-results-%02d.csv",
                    "DEPENDANTS:registered:dependants-%02d.csv", "RESULTS:unchanged:identity-results-%02d-2.csv")) {
                var parts = file.formatted(code).split(":", -1);
                var answer = worker.ask("intake", parts[0], code, population.resolve(parts[2]));
                lines.intake(Long.parseLong(answer[2]), parts[1], expected.getOrDefault(parts[2], Map.of()));
            }
        }
        var held = worker.ask("truth", population);
        var wrong = Long.parseLong(held[2]);
        site.empty();
        Site.remove(population);
        site.say("bad input: %,d of %,d found / 誤りの検出".formatted(lines.found(), planted));
        results.add(new Bar(
                "bad input, planted faults found and named",
                (double) lines.found(),
                "= " + planted + ", nothing else touched",
                lines.found() == planted && lines.touched() == 0 && wrong == 0,
                people));
        results.add(new Section(
                "Bad input",
                List.of("what", "how many"),
                List.of(
                        List.of("planted", "%,d".formatted(planted)),
                        List.of("found and named with the expected rule", "%,d".formatted(lines.found())),
                        List.of("lines looked at", "%,d".formatted(lines.lines())),
                        List.of("good lines with an unexpected outcome", "%,d".formatted(lines.touched())),
                        List.of("numbers held as the truth says", "%,d".formatted(Long.parseLong(held[1]))),
                        List.of("numbers wrong, missing or too many", "%,d".formatted(wrong))),
                "The truth of the population against the outcome of every line, the rules of findings, and every number held at the end."
                        + lines.examples()));
    }
}
