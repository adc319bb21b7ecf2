package jp.bansho.numbers.installation;

import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.terminal.TerminalParts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What this machine adds to what every machine stands on.
@Configuration(proxyBeanMethods = false)
@Import({MachineParts.class, TerminalParts.class})
class NumbersParts {

    @Bean
    MachineName machineName() {
        return new MachineName(Actor.SYSTEM);
    }

    @Bean
    KeyCheck keyCheck() {
        return Installation.KEYS;
    }
}
