package jp.bansho.bench.measure;

import java.nio.file.Path;
import java.util.Collection;

/// Intake jobs through the product's front door: an association's result file, then its dependants file.
final class Intakes {

    private final Site site;
    private final WorkerProcess worker;

    Intakes(Site site, WorkerProcess worker) {
        this.site = site;
        this.worker = worker;
    }

    /// Registers associations; the rows are the numbers that are registered afterwards.
    Timed run(Path population, Collection<Integer> associations) throws Exception {
        var total = new Timed(0, 0, 0, 0);
        for (var code : associations) {
            total = total.plus(job("RESULTS", code, population.resolve("identity-results-%02d.csv".formatted(code))))
                    .plus(job("DEPENDANTS", code, population.resolve("dependants-%02d.csv".formatted(code))));
        }
        var in = String.join(",", associations.stream().map(String::valueOf).toList());
        return total.withRows(Sql.number(
                site.database(), "select count(*) from vault.sealed_number where association in (" + in + ")"));
    }

    private Timed job(String kind, int association, Path file) throws Exception {
        return site.meter().time(worker.pid(), () -> worker.work("intake", kind, association, file));
    }

    /// Begins with empty tables and a written-out cache.
    Timed intoEmpty(Path population, Collection<Integer> associations) throws Exception {
        site.empty();
        Sql.run(site.database(), "checkpoint");
        return run(population, associations);
    }
}
