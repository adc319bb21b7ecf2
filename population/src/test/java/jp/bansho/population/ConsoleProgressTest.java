package jp.bansho.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StringWriter terminal = new StringWriter();
    private final ConsoleProgress progress = new ConsoleProgress(new PrintWriter(terminal), now::get);

    @Test
    void shortWorkIsSilent() {
        now.set(Instant.EPOCH.plusMillis(1_900));
        progress.at(50, 100);
        progress.at(100, 100);
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void longWorkShowsRateAndRemainingTime() {
        now.set(Instant.EPOCH.plusSeconds(4));
        progress.at(40_000, 100_000);
        assertThat(terminal.toString()).contains("40,000 / 100,000", "(40 %)", "10,000 人/秒", "残り 6 秒");
    }

    @Test
    void theLineIsRewrittenAtMostTwiceASecond() {
        now.set(Instant.EPOCH.plusSeconds(4));
        progress.at(40_000, 100_000);
        now.set(Instant.EPOCH.plusMillis(4_400));
        progress.at(44_000, 100_000);
        assertThat(terminal.toString()).doesNotContain("44,000");
        progress.at(100_000, 100_000);
        assertThat(terminal.toString()).contains("(100 %)").endsWith(System.lineSeparator());
    }
}
