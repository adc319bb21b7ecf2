package jp.bansho.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where a database is and who may enter it.
///
/// @param url      JDBC address, `jdbc:postgresql://host:port/name`
/// @param user     login role; an administrator who may create roles and databases
/// @param password empty where the server trusts local connections
public record Database(String url, String user, String password) {

    /// Opens a new connection as the administrator.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /// Runs one or more statements as the administrator; parameters are not offered on purpose.
    public void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The same server, another database.
    public Database named(String name) {
        return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, user, password);
    }

    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
