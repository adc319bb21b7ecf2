package jp.bansho.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The fault suite in short: about ten kills, of nearly every job. The long one is `./bansho test --faults`.
class ShortFaultsTest {

    private static final long SEED = 20261122;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void killsLoseNothingAndDoubleNothing() throws Exception {
        var tally = new Tally();
        try (var suite = new Suite(Files.createDirectories(folder.resolve("suite")), SEED, tally)) {
            suite.shortly();
        }
        assertThat(tally.named()).as("seed " + SEED).isEmpty();
        assertThat(tally.line()).endsWith("lost: 0, doubled: 0");
        assertThat(tally.kills()).as("seed " + SEED).isGreaterThanOrEqualTo(6);
    }
}
