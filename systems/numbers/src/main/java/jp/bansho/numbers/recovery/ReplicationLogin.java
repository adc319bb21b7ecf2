package jp.bansho.numbers.recovery;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import jp.bansho.machine.Home;
import jp.bansho.numbers.recovery.RecoveryRefused.Reason;
import org.postgresql.PGProperty;

/// Comes into the server as `bansho_backup`, over the replication protocol, from this host or another one.
final class ReplicationLogin {

    private ReplicationLogin() {}

    /// A connection that speaks replication commands alone.
    ///
    /// @param name what the server calls the connection
    /// @throws RecoveryRefused if there is no login yet, or the server does not let it in
    static Connection open(Home home, String name) throws SQLException {
        if (!Files.exists(home.backupLogin())) {
            throw new RecoveryRefused(Reason.NO_BACKUP_LOGIN, "");
        }
        var login = Home.load(home.backupLogin());
        var properties = new Properties();
        PGProperty.USER.set(properties, login.getProperty("user"));
        PGProperty.PASSWORD.set(properties, login.getProperty("password"));
        PGProperty.REPLICATION.set(properties, "true");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "15");
        PGProperty.APPLICATION_NAME.set(properties, name);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        try {
            return DriverManager.getConnection(Home.load(home.database()).getProperty("url"), properties);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                throw new RecoveryRefused(Reason.NO_REPLICATION, "SQLSTATE " + e.getSQLState());
            }
            throw e;
        }
    }

    /// Which server this is and where its write-ahead log stands.
    static Server identify(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("IDENTIFY_SYSTEM")) {
            row.next();
            return new Server(row.getString(1), row.getInt(2), Lsn.parse(row.getString(3)));
        }
    }

    /// One value of the server's settings.
    static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /// A server.
    ///
    /// @param system   the identifier that all copies of one cluster share
    /// @param timeline which of its histories it is on
    /// @param position how far its log is written
    record Server(String system, int timeline, Lsn position) {}
}
