package jp.bansho.pension.installation;

import java.time.Clock;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.pension.staff.Clerk;
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
    KeyCheck keyCheck() {
        return Installation.KEYS;
    }
}
