package jp.bansho.machine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter shown = new StringWriter();
    private final AtomicLong clock = new AtomicLong(1_000_000_000_000L);
    private final ProgressLine line = new ProgressLine(new PrintWriter(shown), clock::get);

    private void at(double seconds, long lines, long bytes, long total) {
        clock.set(1_000_000_000_000L + (long) (seconds * 1e9));
        line.at(lines, bytes, total);
    }

    @Test
    void shortWorkShowsNothing() {
        at(0.5, 1_000, 10, 100);
        at(1.9, 2_000, 90, 100);
        line.end();
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void longWorkSaysHowFarHowFastAndHowLongStill() {
        at(5, 20_000, 10, 100);
        at(10, 50_000, 25, 100);
        assertThat(shown.toString()).contains(" 25.0 %", "50,000 行 rows", " 6,000 行/秒 rows/s", "left 0:25");
    }

    @Test
    void aNewPhaseIsMeasuredFromItsOwnBeginning() {
        at(1, 0, 0, 100);
        at(1.5, 1_000_000, 90, 100);
        at(6, 1_000, 5, 50);
        at(16, 2_000, 10, 50);
        assertThat(shown.toString()).contains(" 20.0 %", "2,000 行 rows", " 100 行/秒 rows/s", "left 1:20");
    }

    @Test
    void theLineIsRewrittenInPlaceAndNotMoreThanTwiceASecond() {
        at(1.0, 1, 1, 100);
        at(2.0, 1, 1, 100);
        at(2.1, 2, 2, 100);
        at(2.4, 3, 3, 100);
        at(2.5, 4, 4, 100);
        assertThat(shown.toString().chars().filter(c -> c == '\r').count()).isEqualTo(2);
        assertThat(shown.toString()).doesNotContain("\n");
    }

    @Test
    void itsEndBeginsANewLineOnce() {
        at(1, 0, 0, 100);
        at(3, 1, 1, 100);
        line.end();
        line.close();
        assertThat(shown.toString()).endsWith("   " + System.lineSeparator());
    }

    @Test
    void nothingReadYetIsNoReasonToDivideByIt() {
        at(1, 0, 0, 100);
        at(5, 0, 0, 100);
        assertThat(shown.toString()).contains("0.0 %", "left 0:00");
    }
}
