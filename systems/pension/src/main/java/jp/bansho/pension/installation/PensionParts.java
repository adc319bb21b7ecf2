package jp.bansho.pension.installation;

import java.time.Clock;
import jp.bansho.machine.FederationAlarm;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.MediaStaff;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.pension.staff.Clerk;
import jp.bansho.pension.staff.StaffFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What this machine adds to what every machine stands on.
@Configuration(proxyBeanMethods = false)
@Import(MachineParts.class)
class PensionParts {

    @Bean
    MachineName machineName() {
        return new MachineName(Clerk.SYSTEM);
    }

    @Bean
    Ledger ledger(Clock clock) {
        return new Ledger(Clerk.SYSTEM, _ -> Clerk.SYSTEM, clock);
    }

    @Bean
    MediaAlarm mediaAlarm(Ledger ledger) {
        return new FederationAlarm(ledger);
    }

    @Bean
    MediaStaff mediaStaff(StaffFile staff) {
        return (name, association) -> {
            var clerk = staff.clerk(name);
            return clerk.inLedgerOf(association == null ? clerk.association() : association);
        };
    }

    @Bean
    KeyCheck keyCheck() {
        return Installation.KEYS;
    }
}
