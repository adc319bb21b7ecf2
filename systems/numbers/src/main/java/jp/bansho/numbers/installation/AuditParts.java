package jp.bansho.numbers.installation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.KeyFile;

/// What examining the audit record needs and no more: the public key, the exported heads, and a way to the records. No
/// key is unwrapped and the machine is not started, so a record that stops the machine can still be examined.
public final class AuditParts {

    private final Home home;

    private AuditParts(Home home) {
        this.home = home;
    }

    /// The parts of the home that the environment names.
    public static AuditParts ofEnvironment() {
        return new AuditParts(Home.ofEnvironment());
    }

    /// The public keys of the audit record.
    public HeadKeys keys() throws IOException {
        return KeyFile.read(home.auditPublicKey());
    }

    /// The exported heads.
    public Path heads() {
        return home.auditHeads();
    }

    /// A connection that may read the record.
    public Connection connect() throws SQLException {
        var properties = Home.load(home.database());
        return DriverManager.getConnection(
                properties.getProperty("url"), properties.getProperty("user"), properties.getProperty("password"));
    }
}
