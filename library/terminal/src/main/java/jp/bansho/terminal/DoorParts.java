package jp.bansho.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import jp.bansho.access.passkey.AttestationPolicy;
import jp.bansho.access.passkey.Challenges;
import jp.bansho.access.passkey.Passkeys;
import jp.bansho.machine.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The parts the door is made of: settings, passkeys, pending challenges.
@Configuration(proxyBeanMethods = false)
class DoorParts {

    static final String GUESTS = "challengesOfGuests";
    static final String MEMBERS = "challengesOfMembers";

    private static final int PENDING = 10_000;

    @Bean
    TerminalSettings terminalSettings(Home home) {
        return TerminalSettings.of(home);
    }

    /// Made at the first login, when the server knows its port.
    @Bean
    Passkeys passkeys(Home home, TerminalSettings settings, Environment environment, Clock clock) {
        var port = environment.getProperty("local.server.port", Integer.class, settings.port());
        try {
            var policy = Files.exists(home.passkeys())
                    ? AttestationPolicy.read(Files.readString(home.passkeys()), home.folder())
                    : AttestationPolicy.open();
            return new Passkeys(settings.relying(port), policy, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("passkeys.properties is not readable", e);
        }
    }

    /// Of those who have not come in: whoever fills this pool takes nothing from those who have.
    @Bean(GUESTS)
    Challenges guests(Clock clock) {
        return new Challenges(clock, new SecureRandom(), PENDING);
    }

    /// Of those who have come in.
    @Bean(MEMBERS)
    Challenges members(Clock clock) {
        return new Challenges(clock, new SecureRandom(), PENDING);
    }
}
