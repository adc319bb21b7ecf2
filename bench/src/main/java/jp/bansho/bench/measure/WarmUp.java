package jp.bansho.bench.measure;

import java.nio.file.Path;
import java.util.List;

/// The same work on a small population in the same JVM, before any number is read.
final class WarmUp {

    private WarmUp() {}

    static void run(Site site, WorkerProcess worker, Path population) throws Exception {
        var intakes = new Intakes(site, worker);
        for (var time = 0; time < 2; time++) {
            intakes.intoEmpty(population, List.of(Site.MEASURED));
        }
        site.empty();
    }
}
