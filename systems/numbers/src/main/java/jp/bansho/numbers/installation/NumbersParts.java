package jp.bansho.numbers.installation;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.store.DoorReads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What this machine adds to what every machine stands on.
@Configuration(proxyBeanMethods = false)
@Import(MachineParts.class)
class NumbersParts {

    @Bean
    MachineName machineName() {
        return new MachineName(Actor.SYSTEM);
    }

    @Bean
    KeyCheck keyCheck() {
        return Installation.KEYS;
    }

    /// After the data source: nothing is read before the keys were held against the database.
    @Bean(destroyMethod = "close")
    DoorReads doorReads(Home home, MachineName name, DataSource proved) {
        Objects.requireNonNull(proved);
        var config = MachineParts.connections(home, name, "numbers-door", 4);
        config.setConnectionInitSql(DoorReads.ENTER);
        config.setReadOnly(true);
        return new DoorReads(new HikariDataSource(config));
    }
}
