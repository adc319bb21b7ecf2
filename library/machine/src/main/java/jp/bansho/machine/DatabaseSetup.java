package jp.bansho.machine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/// Brings a database to the state the machine needs: roles, tables, rights, associations. Run by an administrator of
/// the database; the machine itself logs in as `bansho_app`, which owns nothing and cannot bypass row security.
public final class DatabaseSetup {

    /// The role the machine logs in with.
    public static final String APPLICATION = "bansho_app";

    /// The role that takes backups and the write-ahead log, over PostgreSQL's replication protocol and nothing else.
    public static final String BACKUP = "bansho_backup";

    private final String url;
    private final String user;
    private final String password;

    /// Set-up of that database by that administrator.
    ///
    /// @param url      JDBC address without a login
    /// @param password not kept
    /// @throws NotInstalled if the address carries a login
    public DatabaseSetup(String url, String user, String password) {
        requireBareAddress(url);
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /// The address.
    public String url() {
        return url;
    }

    /// Refuses an address that carries a login: it would win over the application's own role.
    public static void requireBareAddress(String url) {
        var properties = Driver.parseURL(url, new Properties());
        if (properties == null || properties.containsKey("user") || properties.containsKey("password")) {
            throw new NotInstalled(
                    "BANSHO_DB_URL must be jdbc:postgresql://host:port/name without user and password",
                    "BANSHO_DB_URL は jdbc:postgresql://host:port/name の形で、利用者とパスワードを含めないでください");
        }
    }

    /// Refuses a login that row security does not bind.
    public static void requireBound(Connection connection) throws SQLException {
        var sql = "select rolsuper or rolbypassrls from pg_roles where rolname = session_user";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            if (!row.next() || row.getBoolean(1)) {
                throw new NotInstalled(
                        "the machine's database login may bypass row security", "データベースのログインが行単位の保護を回避できます");
            }
        }
    }

    /// Brings the tables to the newest version.
    ///
    /// @param desks folders below `db/` of the class path, in this order
    public void migrate(List<String> desks) {
        for (var desk : desks) {
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

    /// Gives a role its login.
    ///
    /// @param password letters and digits
    public void letIn(String role, String password) {
        // PostgreSQL takes no parameter here; the password is made of letters and digits by this class's caller.
        execute("alter role " + role + " login password '" + password + "'");
    }

    /// A connection of the administrator.
    public Connection connect() throws SQLException {
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
