package jp.bansho.bench.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The same work on a small population in the same JVM, before any number is read.
final class WarmUp {

    private WarmUp() {}

    static void run(Site site, WorkerProcess worker, Path population) throws Exception {
        var intakes = new Intakes(site, worker);
        var source = population.resolve("withholding-source.csv");
        for (var time = 0; time < 2; time++) {
            intakes.intoEmpty(population, List.of(Site.MEASURED));
            var folder = Files.createDirectories(site.file("warm-up-tax"));
            worker.work("append", source, folder.resolve("377dat01.txt"), Site.TAX_YEAR);
            worker.work("rewrite", source, folder.resolve("377dat02.txt"), Site.TAX_YEAR);
            Site.remove(folder);
        }
        site.empty();
    }
}
