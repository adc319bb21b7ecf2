package jp.bansho.bench.measure;

/// Runs the measurements of a plan, ratios first.
public final class Benchmark {

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
            new AppendMeasure(site, worker, plan.people(), plan.rounds()).run(results);
            new RevealMeasure(site, worker, plan.calls(), plan.revealRounds()).run(results);
            new FaultsMeasure(site, worker, plan.people()).run(results);
        }
        if (plan.growth()) {
            new GrowthMeasure(site, warmUp, plan.people(), plan.rounds()).run(results);
        }
        return results;
    }
}
