package jp.bansho.bench.measure;

/// Runs the measurements of a plan, ratios first.
public final class Benchmark {

    /// Slips a person in an invented population: one for each recipient.
    private static final double SLIPS_A_PERSON = 0.519;

    private static final long MOST_PEOPLE = 10_000_000;

    private final Site site;
    private final Plan plan;

    /// Measures at that site.
    public Benchmark(Site site, Plan plan) {
        this.site = site;
        this.plan = plan;
    }

    /// Runs everything; the results are there as far as the run got.
    public Results run() throws Exception {
        var results = new Results();
        var warmUp = site.population("warm-up", plan.warmUp(), 1, 5, false);
        try (var worker = WorkerProcess.start(site.home())) {
            site.say("warming up / 準備運転");
            WarmUp.run(site, worker, warmUp);
            new IntakeMeasure(site, worker, plan.people(), plan.rounds()).run(results);
            if (plan.peers()) {
                new PeersMeasure(site, worker, warmUp, plan.people(), plan.rounds()).run(results);
            }
            fill(worker);
            new RevealMeasure(site, worker, plan.calls(), plan.revealRounds()).run(results);
            new FaultsMeasure(site, worker, plan.people()).run(results);
        }
        if (plan.growth()) {
            new GrowthMeasure(site, warmUp, plan.people(), plan.rounds()).run(results);
        }
        return results;
    }

    /// Registers the people whose numbers are revealed: as many as N withholding slips have.
    private void fill(WorkerProcess worker) throws Exception {
        var people = Math.min(MOST_PEOPLE, (long) Math.ceil(plan.people() / SLIPS_A_PERSON));
        site.say("registering %,d people / 登録".formatted(people));
        var population = site.population("filled", people, Site.ALL.size(), 11, false);
        new Intakes(site, worker).intoEmpty(population, Site.ALL);
        Site.remove(population);
        Sql.run(site.database(), "vacuum analyze");
    }
}
