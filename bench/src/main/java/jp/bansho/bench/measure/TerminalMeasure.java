package jp.bansho.bench.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.bansho.bench.measure.Clerk.Whom;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Figures;
import jp.bansho.bench.report.Section;

/// The business terminals with fifty clerks at once: how much longer search, person page and reveal take than the same
/// page with fixed content.
public final class TerminalMeasure {

    private static final int CLERKS = 50;
    private static final int PEOPLE = 200_000;
    private static final double LIMIT = 3;
    private static final double P95 = 0.95;
    private static final String SERVER = "jp.bansho.bench.worker.TerminalMain";

    private final Site site;
    private final TerminalPlan plan;
    private final Answers answers = new Answers();
    private final List<Cost> costs = new ArrayList<>();

    /// Processor time of a phase.
    private record Cost(
            boolean paced, Work work, long requests, double seconds, double server, double database, double others) {}

    /// Measures at that site.
    public TerminalMeasure(Site site, TerminalPlan plan) {
        this.site = site;
        this.plan = plan;
    }

    /// Registers the people, serves the terminals, and lets the clerks work.
    public Results run() throws Exception {
        var results = new Results();
        register();
        var people = people();
        try (var server = WorkerProcess.start(site.home(), SERVER)) {
            var port = Integer.parseInt(server.ask("port")[0]);
            site.say("%d clerks come in / 担当者 %d 人がログイン".formatted(CLERKS, CLERKS));
            try (var clerks = Clerks.hire(site.database(), port, CLERKS, people, answers)) {
                clerks.begin();
                warmUp(clerks);
                measure(results, server, clerks);
            }
        }
        return results;
    }

    private void register() throws Exception {
        var population = site.population("terminal", plan.people(), 1, 7, false);
        try (var worker = WorkerProcess.start(site.home())) {
            site.say("registering / 登録");
            new Intakes(site, worker).intoEmpty(population, List.of(Site.MEASURED));
        }
        Site.remove(population);
        Sql.run(site.database(), "vacuum analyze");
        Sql.run(site.database(), "checkpoint");
    }

    /// Recipients with a number, from all over the table.
    private List<Whom> people() throws SQLException {
        var sql = """
                select s.id, s.user_number
                  from linkage.subject s
                  join vault.sealed_number n on n.subject = s.id and n.state = 1
                 where s.association = %d and s.kind = 1
                 order by hashint8(s.id)
                 limit %d
                """.formatted(Site.MEASURED, PEOPLE);
        var people = new ArrayList<Whom>();
        try (var connection = site.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                people.add(new Whom(row.getLong(1), row.getString(2)));
            }
        }
        return people;
    }

    /// Rounds without pauses until the person page gets no faster, so that the compiler's work is done.
    private void warmUp(Clerks clerks) throws Exception {
        var best = Double.MAX_VALUE;
        for (var round = 1; round <= plan.warmUps(); round++) {
            answers.clear();
            for (var work : Work.values()) {
                clerks.withoutPauses(work, plan.warmUpSeconds());
            }
            var median = answers.within(Kind.PAGE, 0.5);
            site.say("warm-up %d: person page %.1f ms, %d errors / 準備運転".formatted(round, median, answers.errors()));
            if (round > plan.warmUps() / 2 && median > best * 0.95) {
                break;
            }
            best = Math.min(best, median);
        }
        for (var work : Work.values()) {
            clerks.paced(work, plan.warmUpSeconds());
        }
    }

    private void measure(Results results, WorkerProcess server, Clerks clerks) throws Exception {
        var before = clerks.connections();
        answers.clear();
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var work : Work.ROUND) {
                phase(server, true, work, () -> clerks.paced(work, work.steps() * plan.seconds()));
            }
            site.say("paced, round %d: page %.1f ms, static %.1f ms (p95) / 測定"
                    .formatted(round, answers.within(Kind.PAGE, P95), answers.within(Kind.STATIC, P95)));
        }
        var errors = answers.errors();
        bars(results);
        results.add(section("Fifty clerks, each asking once a second", """
                Milliseconds from sending the request to the last byte of the answer, on the same host, over TLS 1.3; all \
                rounds together. Each clerk asks at a random moment of each second, 50 requests a second in all. \
                Connections opened anew meanwhile: %d.""".formatted(clerks.connections() - before)));
        answers.clear();
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var work : Work.ROUND) {
                phase(server, false, work, () -> clerks.withoutPauses(work, plan.closedSeconds()));
            }
        }
        errors += answers.errors();
        results.add(section("Fifty clerks without any pause", """
                The same clerks asking again as soon as the answer is there: this measures how much the machine can carry, \
                shared by server, PostgreSQL and the clerks themselves, not how long anybody waits at work."""));
        results.add(costs(server));
        results.add(new Bar("answers that were not the expected page", errors, "= 0", errors == 0, plan.people()));
    }

    private void bars(Results results) {
        var twin = answers.within(Kind.STATIC, P95);
        for (var kind : List.of(Kind.PAGE, Kind.SEARCH, Kind.REVEAL)) {
            results.add(Bar.atMost(
                    kind.words() + " / static page, p95, 50 clerks",
                    answers.within(kind, P95) / twin,
                    LIMIT,
                    plan.people()));
        }
    }

    private Section section(String title, String note) {
        return new Section(title, Answers.COLUMNS, answers.rows(), note);
    }

    /// A phase that may fail in any way.
    @FunctionalInterface
    private interface Phase {
        void run() throws Exception;
    }

    private void phase(WorkerProcess server, boolean paced, Work work, Phase phase) throws Exception {
        var own = ProcessTimes.own(server.pid());
        var database = site.meter().database();
        var here = ProcessTimes.own(ProcessHandle.current().pid());
        var everybody = ProcessTimes.everybody();
        var count = answers.count();
        var began = System.nanoTime();
        phase.run();
        var seconds = (System.nanoTime() - began) / 1e9;
        var serving = ProcessTimes.own(server.pid()) - own;
        var storing = site.meter().database() - database;
        var asking = ProcessTimes.own(ProcessHandle.current().pid()) - here;
        var others = ProcessTimes.everybody() - everybody - serving - storing - asking;
        costs.add(new Cost(paced, work, answers.count() - count, seconds, serving, storing, Math.max(0, others)));
    }

    private Section costs(WorkerProcess server) throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var paced : List.of(true, false)) {
            Map<Work, Cost> sums = new EnumMap<>(Work.class);
            for (var cost : costs) {
                if (cost.paced() == paced) {
                    sums.merge(cost.work(), cost, TerminalMeasure::sum);
                }
            }
            sums.values().forEach(sum -> rows.add(row(sum)));
        }
        return new Section(
                "Processor time",
                List.of(
                        "phase",
                        "requests",
                        "requests/s",
                        "CPU s of the server",
                        "CPU s of PostgreSQL",
                        "CPU ms a request",
                        "cores taken by strangers"),
                rows,
                "A search phase is half searches, half the pages they lead to; a reveal phase is half pages, half reveals."
                        + " Strangers are other people's processes on the same machine."
                        + " Peak memory of the server (a heap of 768 MiB): %.0f MiB.".formatted(server.peakMemory()));
    }

    private static Cost sum(Cost a, Cost b) {
        return new Cost(
                a.paced(),
                a.work(),
                a.requests() + b.requests(),
                a.seconds() + b.seconds(),
                a.server() + b.server(),
                a.database() + b.database(),
                a.others() + b.others());
    }

    private static List<String> row(Cost cost) {
        return List.of(
                cost.work().words() + (cost.paced() ? ", once a second" : ", no pause"),
                Figures.shown((double) cost.requests()),
                Figures.shown(Math.rint(cost.requests() / cost.seconds())),
                Figures.shown(cost.server()),
                Figures.shown(cost.database()),
                Figures.shown((cost.server() + cost.database()) * 1e3 / Math.max(1, cost.requests())),
                Figures.shown(cost.others() / cost.seconds()));
    }
}
