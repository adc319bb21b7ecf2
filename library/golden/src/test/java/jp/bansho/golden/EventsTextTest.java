package jp.bansho.golden;

import static org.assertj.core.api.Assertions.assertThat;

import jp.bansho.audit.AuditEvent;
import org.junit.jupiter.api.Test;

class EventsTextTest {

    sealed interface LampEvent extends AuditEvent {}

    record LampLit(int lamps, String colour) implements LampEvent {}

    @Test
    void eventStandsUnderItsDeskWithItsFields() {
        assertThat(EventsText.lines("jp.bansho.golden"))
                .endsWith("", getClass().getName(), "  lamp-lit (colour:String, lamps:int)");
    }

    @Test
    void packagesNotNamedAreNotTold() {
        assertThat(EventsText.lines("jp.bansho.audit")).noneMatch(line -> line.contains("lamp-lit"));
    }
}
