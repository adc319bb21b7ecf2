package jp.bansho.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.bansho.bench.measure.Meter.Done;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;

/// Changes the sealing key and the index key of an association at the same time, under a load of look-ups from another
/// process; the same load without a rotation before and after each.
public final class RotationMeasure {

    private static final String MAIN = "jp.bansho.bench.worker.RotationMain";
    private static final int CALLERS = 2;
    private static final int SHARE = 20;

    /// Somebody who applies and somebody who approves.
    private static final String PEOPLE = """
            with someone as (
                insert into access.person (organisation, staff_number, name, name_key)
                values (%1$d, 'B%1$d', 'bench %1$d', 'bench%1$d') returning id)
            insert into access.account (id, organisation, person, role, department, valid_from, valid_until, state, created_at)
            select 'b%1$03d-0001', %1$d, id, '%2$s', '%3$s', current_date - 30, current_date + 90, 'active', now() - interval '30 days'
              from someone
            """;

    private final Site site;
    private final long people;
    private final int rounds;
    private final int seconds;

    /// @param quick a smoke test
    public RotationMeasure(Site site, long people, boolean quick) {
        this.site = site;
        this.people = people;
        this.rounds = quick ? 1 : 2;
        this.seconds = quick ? 3 : 60;
    }

    private record Load(long lookups, long missed, double median, double p99, double longest) {}

    /// Registers the people, then measures.
    public Results run() throws Exception {
        var results = new Results();
        var population = site.population("rotation", people, 1, 11, false);
        try (var worker = WorkerProcess.start(site.home())) {
            new Intakes(site, worker).intoEmpty(population, List.of(Site.MEASURED));
        }
        Sql.run(site.database(), PEOPLE.formatted(100, "operations-manager", "operation"));
        Sql.run(site.database(), PEOPLE.formatted(0, "federation-officer", "general"));
        Sql.run(site.database(), "vacuum analyze");
        Sql.run(site.database(), "checkpoint");
        try (var looking = WorkerProcess.start(site.home(), MAIN);
                var sealing = WorkerProcess.start(site.home(), MAIN);
                var indexing = WorkerProcess.start(site.home(), MAIN)) {
            measure(results, looking, sealing, indexing);
        }
        return results;
    }

    private void measure(Results results, WorkerProcess looking, WorkerProcess sealing, WorkerProcess indexing)
            throws Exception {
        looking.ask("choose");
        alone(looking);
        var without = new ArrayList<Load>();
        var with = new ArrayList<Load>();
        var seals = new ArrayList<Timed>();
        var indexes = new ArrayList<Timed>();
        without.add(alone(looking));
        for (var round = 1; round <= rounds; round++) {
            looking.ask("begin", CALLERS);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var seal = threads.submit(() -> rotation(sealing, "number-seal"));
                var index = threads.submit(() -> rotation(indexing, "number-index"));
                seals.add(seal.get());
                indexes.add(index.get());
            }
            with.add(load(looking));
            without.add(alone(looking));
            site.say("rotation round %d of %d: p99 %.1f ms without, %.1f ms with, missed %d / 鍵の更新 %d 回目"
                    .formatted(
                            round,
                            rounds,
                            without.getLast().p99(),
                            with.getLast().p99(),
                            with.getLast().missed(),
                            round));
        }
        var missed = with.stream().mapToLong(Load::missed).sum()
                + without.stream().mapToLong(Load::missed).sum();
        var rows = Sql.number(site.database(), "select count(*) from vault.sealed_number");
        results.add(Bar.atMost("rotation of two keys under look-ups: missed look-ups", (double) missed, 0, rows));
        results.add(Bar.atMost(
                "rotation: p99 of look-ups / the same load without rotation", p99(with) / p99(without), 2, rows));
        var loads = new ArrayList<List<String>>();
        without.forEach(load -> loads.add(row("without rotation", load)));
        with.forEach(load -> loads.add(row("while two keys change", load)));
        results.add(new Section(
                "Look-ups while keys change",
                List.of("load of " + CALLERS + " callers", "look-ups", "missed", "median ms", "p99 ms", "longest ms"),
                loads,
                "Half of them seek a person by number, half show a number; each answer is held against the truth. "
                        + "Look-ups run in a process of their own."));
        results.add(new Section(
                "Rotation",
                Timed.COLUMNS,
                List.of(
                        Timed.median(seals).row("number-seal"),
                        Timed.median(indexes).row("number-index")),
                "Both at the same time, share " + SHARE + " %, from the approval to the destruction of the old key; "
                        + "processor time of PostgreSQL is that of both and of the look-ups. Peak memory: "
                        + Figures.shown(sealing.peakMemory()) + " MiB and " + Figures.shown(indexing.peakMemory())
                        + " MiB. Values left on old keys: "
                        + Sql.number(
                                site.database(),
                                "select count(*) from vault.sealed_number where key_version <> " + (rounds + 1))
                        + "."));
    }

    private Timed rotation(WorkerProcess worker, String purpose) throws Exception {
        return site.meter().time(worker.pid(), () -> {
            var answer = worker.ask(
                    "rotate", purpose, Site.MEASURED, SHARE, "b100-0001", person(100), "b000-0001", person(0));
            return new Done(Long.parseLong(answer[1]), Double.parseDouble(answer[0]));
        });
    }

    private long person(int organisation) throws java.sql.SQLException {
        return Sql.number(
                site.database(), "select person from access.account where id = 'b%03d-0001'".formatted(organisation));
    }

    private Load alone(WorkerProcess looking) throws Exception {
        looking.ask("begin", CALLERS);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        return load(looking);
    }

    private static Load load(WorkerProcess looking) throws Exception {
        var answer = looking.ask("end");
        return new Load(
                Long.parseLong(answer[1]),
                Long.parseLong(answer[2]),
                Long.parseLong(answer[3]) / 1e3,
                Long.parseLong(answer[4]) / 1e3,
                Long.parseLong(answer[5]) / 1e3);
    }

    /// The median of the rounds.
    private static double p99(List<Load> loads) {
        return loads.stream().mapToDouble(Load::p99).sorted().toArray()[loads.size() / 2];
    }

    private static List<String> row(String what, Load load) {
        return List.of(
                what,
                Figures.shown((double) load.lookups()),
                Figures.shown((double) load.missed()),
                Figures.shown(load.median()),
                Figures.shown(load.p99()),
                Figures.shown(load.longest()));
    }
}
