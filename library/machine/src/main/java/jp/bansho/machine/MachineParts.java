package jp.bansho.machine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import javax.sql.DataSource;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.GroupCommit;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The parts that the desks of every machine are given: clock, keys, database, record of use. The
/// database is handed out only after it and the keys were held against each other. A machine
/// imports this and gives its [MachineName] and its [KeyCheck].
@Configuration(proxyBeanMethods = false)
public class MachineParts {

    private static final int SHARED_COMMIT = 64;
    private static final int CONNECTIONS = 16;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @Lazy
    Home home() {
        return Home.ofEnvironment();
    }

    @Bean
    KeyRing keyRing(Home home) {
        return InstalledKeys.open(home);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(Home home, KeyRing keys, KeyCheck check, MachineName name) {
        var source = new HikariDataSource(connections(home, name, name.word(), CONNECTIONS));
        try (var connection = source.getConnection()) {
            DatabaseSetup.requireBound(connection);
            check.prove(connection, keys);
            return source;
        } catch (SQLException e) {
            source.close();
            throw new StoreBroken(e);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// How this machine's connections are opened.
    ///
    /// @param pool what the pool is called
    /// @param most how many connections it may hold
    public static HikariConfig connections(Home home, MachineName name, String pool, int most) {
        var properties = Home.load(home.database());
        var config = new HikariConfig();
        config.setPoolName(pool);
        config.setJdbcUrl(properties.getProperty("url"));
        config.setUsername(properties.getProperty("user"));
        config.setPassword(properties.getProperty("password"));
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(20_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "bansho-" + name.word());
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // a line that swallows everything would be waited on for ever; no statement is silent for as long as this
        config.addDataSourceProperty("socketTimeout", "180");
        config.addDataSourceProperty("loginTimeout", "15");
        return config;
    }

    @Bean
    HeadSigner headSigner(KeyRing keys) {
        var name = keys.newest(KeyPurpose.AUDIT_SIGNING, 0);
        return HeadSigner.of(name.label(), keys.signingKey(name));
    }

    @Bean
    HeadKeys headKeys(KeyRing keys) {
        var byId = new HashMap<String, PublicKey>();
        keys.names().stream()
                .filter(name -> name.purpose() == KeyPurpose.AUDIT_SIGNING)
                .forEach(name -> byId.put(name.label(), keys.verifyingKey(name)));
        return new HeadKeys(byId);
    }

    @Bean
    AuditTrail auditTrail(HeadSigner signer, HeadKeys trusted, Clock clock) {
        return new AuditTrail(signer, trusted, clock);
    }

    @Bean
    GroupCommit groupCommit(DataSource source, AuditTrail trail) {
        return new GroupCommit(source, trail, SHARED_COMMIT, Transactions.LEAVE);
    }

    @Bean
    Transactions transactions(DataSource source, AuditTrail trail, GroupCommit commits) {
        return new Transactions(source, trail, commits);
    }

    @Bean
    HeadKeeper headKeeper(
            DataSource source, GroupCommit commits, Home home, MachineName name, HeadKeys trusted, Clock clock) {
        return new HeadKeeper(source, commits, home, name, trusted, clock);
    }
}
