package jp.bansho.numbers.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Objects;
import javax.sql.DataSource;
import jp.bansho.audit.AuditTrail;
import jp.bansho.audit.GroupCommit;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.HeadSigner;
import jp.bansho.numbers.store.DoorReads;
import jp.bansho.numbers.store.StoreBroken;
import jp.bansho.numbers.store.Transactions;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The parts the desks are given: clock, keys, database, audit record. The database is handed out only after it and
/// the keys were held against each other.
@Configuration(proxyBeanMethods = false)
class MachineParts {

    private static final int SHARED_COMMIT = 64;

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
    DataSource dataSource(Home home, KeyRing keys) {
        var source = new HikariDataSource(connections(home, "numbers", 16));
        try (var connection = source.getConnection()) {
            DatabaseSetup.requireBound(connection);
            KeyCheck.prove(connection, keys);
            return source;
        } catch (SQLException e) {
            source.close();
            throw new StoreBroken(e);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// After the data source: nothing is read before the keys were held against the database.
    @Bean(destroyMethod = "close")
    DoorReads doorReads(Home home, DataSource proved) {
        Objects.requireNonNull(proved);
        var config = connections(home, "numbers-door", 4);
        config.setConnectionInitSql(DoorReads.ENTER);
        config.setReadOnly(true);
        return new DoorReads(new HikariDataSource(config));
    }

    private static HikariConfig connections(Home home, String name, int most) {
        var properties = Home.load(home.database());
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(properties.getProperty("url"));
        config.setUsername(properties.getProperty("user"));
        config.setPassword(properties.getProperty("password"));
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(20_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "bansho-numbers");
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
}
