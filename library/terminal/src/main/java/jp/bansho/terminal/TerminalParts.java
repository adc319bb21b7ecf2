package jp.bansho.terminal;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import jp.bansho.machine.Home;
import jp.bansho.machine.MachineName;
import jp.bansho.machine.MachineParts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The terminals of a machine. A machine imports this beside [MachineParts] and gives its
/// [Premises]; its settings import `classpath:terminal/server.properties`, and its messages begin
/// with its own, then `messages/frame` and `messages/terminal`.
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class TerminalParts {

    private static final int CONNECTIONS = 4;

    /// After the data source: nothing is read before the keys were held against the database.
    @Bean(destroyMethod = "close")
    DoorReads doorReads(Home home, MachineName name, DataSource proved) {
        Objects.requireNonNull(proved);
        var config = MachineParts.connections(home, name, name.word() + "-door", CONNECTIONS);
        config.setConnectionInitSql(DoorReads.ENTER);
        config.setReadOnly(true);
        return new DoorReads(new HikariDataSource(config));
    }
}
