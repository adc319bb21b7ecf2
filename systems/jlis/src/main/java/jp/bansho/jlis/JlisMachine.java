package jp.bansho.jlis;

import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/// The stand-in for the authority (J-LIS の役割): one jar, one machine, one database, its own users.
@Modulithic(systemName = "jlis")
@SpringBootApplication
@Import(MachineParts.class)
public class JlisMachine {

    /// The table of check values of this machine's keys.
    public static final String KEY_CHECKS = "machine.key_check";

    @Bean
    MachineName machineName() {
        return new MachineName("jlis");
    }

    @Bean
    KeyCheck keyCheck() {
        return new KeyCheck(KEY_CHECKS);
    }
}
