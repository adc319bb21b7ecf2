package jp.bansho.numbers.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import jp.bansho.numbers.store.StoreBroken;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/// Brings a database to the state the machine needs: roles, tables, rights, associations. Run by an administrator of
/// the database; the machine itself logs in as `bansho_app`, which owns nothing and cannot bypass row security.
final class DatabaseSetup {

    /// The role the machine logs in with.
    static final String APPLICATION = "bansho_app";

    /// The role that takes backups and the write-ahead log, over PostgreSQL's replication protocol and nothing else.
    static final String BACKUP = "bansho_backup";

    private final String url;
    private final String user;
    private final String password;

    DatabaseSetup(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /// Refuses an address that carries a login: it would win over the application's own role.
    static void requireBareAddress(String url) {
        var properties = Driver.parseURL(url, new Properties());
        if (properties == null || properties.containsKey("user") || properties.containsKey("password")) {
            throw new NotInstalled(
                    "BANSHO_DB_URL must be jdbc:postgresql://host:port/name without user and password",
                    "BANSHO_DB_URL は jdbc:postgresql://host:port/name の形で、利用者とパスワードを含めないでください");
        }
    }

    /// Refuses a login that row security does not bind.
    static void requireBound(Connection connection) throws SQLException {
        var sql = "select rolsuper or rolbypassrls from pg_roles where rolname = session_user";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            if (!row.next() || row.getBoolean(1)) {
                throw new NotInstalled(
                        "the machine's database login may bypass row security", "データベースのログインが行単位の保護を回避できます");
            }
        }
    }

    void migrate() {
        for (var desk : List.of("numbers", "audit", "access", "erasure", "inspection", "incident")) {
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:db/" + desk)
                    .table("migrations_of_" + desk)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    void letIn(String role, String password) {
        // PostgreSQL takes no parameter here; the password is made of letters and digits by this class's caller.
        execute("alter role " + role + " login password '" + password + "'");
    }

    void associations(List<AssociationFile.Row> rows) {
        var sql = """
                insert into linkage.association (code, name, user_number_pattern, certificate_number_pattern,
                                                 payroll_number_pattern, own_number_pattern)
                values (?, ?, ?, ?, ?, ?)
                on conflict (code) do update
                   set name = excluded.name, user_number_pattern = excluded.user_number_pattern,
                       certificate_number_pattern = excluded.certificate_number_pattern,
                       payroll_number_pattern = excluded.payroll_number_pattern,
                       own_number_pattern = excluded.own_number_pattern
                """;
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                statement.setInt(1, row.code());
                statement.setString(2, row.name());
                statement.setString(3, row.userNumber());
                statement.setString(4, row.certificate());
                statement.setString(5, row.payroll());
                statement.setString(6, row.own());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }
}
