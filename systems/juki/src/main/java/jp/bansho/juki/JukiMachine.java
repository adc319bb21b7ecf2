package jp.bansho.juki;

import java.time.Clock;
import jp.bansho.juki.inquiry.Inquiries;
import jp.bansho.juki.staff.StaffFile;
import jp.bansho.machine.FederationAlarm;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import jp.bansho.machine.MediaAlarm;
import jp.bansho.machine.MediaStaff;
import jp.bansho.media.ledger.Actor;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.terminal.TerminalParts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/// The Juki-net user system (住基ネット利用システム): one jar, one machine, one database, its own users.
@Modulithic(systemName = "juki")
@SpringBootApplication
@Import({MachineParts.class, TerminalParts.class})
public class JukiMachine {

    @Bean
    MachineName machineName() {
        return new MachineName("juki");
    }

    @Bean
    Ledger ledger(Clock clock) {
        return new Ledger("juki", _ -> Inquiries.ORGANISATION, clock);
    }

    @Bean
    MediaAlarm mediaAlarm(Ledger ledger) {
        return new FederationAlarm(ledger);
    }

    @Bean
    MediaStaff mediaStaff(StaffFile staff) {
        return new MediaStaff() {
            @Override
            public Actor actor(String name, @Nullable Integer association) {
                return staff.inTheLedger(name, association);
            }

            @Override
            public Actor witness(String name, @Nullable Integer association) {
                return staff.witness(name, association);
            }
        };
    }

    @Bean
    KeyCheck keyCheck() {
        return new KeyCheck("machine.key_check");
    }
}
