package jp.bansho.numbers.media;

import java.time.Clock;
import jp.bansho.machine.MediaStaff;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.numbers.installation.StaffFile;
import jp.bansho.numbers.staff.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger of media of this machine, and who works with it.
@Configuration(proxyBeanMethods = false)
class MediaParts {

    @Bean
    Ledger ledger(Clock clock) {
        return new Ledger(Actor.SYSTEM, code -> code == 0 ? "numbers" : "association-" + code, clock);
    }

    @Bean
    MediaStaff mediaStaff(StaffFile staff) {
        return (name, association) -> {
            var actor = staff.actor(name);
            if (association != null && association != actor.association()) {
                throw MediumRefused.otherLedger();
            }
            return MediaDesk.handle(actor);
        };
    }
}
