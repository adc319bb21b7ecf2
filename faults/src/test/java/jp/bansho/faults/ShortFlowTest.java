package jp.bansho.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Flow 1 with a kill of each of its long hops. The long form is `./bansho test --faults`.
class ShortFlowTest {

    private static final long SEED = 20261123;
    private static final int HOPS = 5;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theHopsOfFlowOneAreKilledAndNothingIsLostOrDoubled() throws Exception {
        var tally = new Tally();
        try (var site = new FlowSite(folder.resolve("flow"), 200, SEED)) {
            new FlowRound(site, tally, new Random(SEED)).run(1, true);
        }
        assertThat(tally.named()).as("seed " + SEED).isEmpty();
        assertThat(tally.line()).endsWith("lost: 0, doubled: 0");
        assertThat(tally.kills()).as("seed " + SEED).isBetween(1, HOPS);
    }
}
