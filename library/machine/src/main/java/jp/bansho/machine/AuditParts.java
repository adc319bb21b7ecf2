package jp.bansho.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.KeyFile;
import jp.bansho.audit.Verification;

/// What examining the audit record needs and no more: the public key, the exported heads, and a way to the records. No
/// key is unwrapped and the machine is not started, so a record that stops the machine can still be examined.
public final class AuditParts {

    private final Home home;

    private AuditParts(Home home) {
        this.home = home;
    }

    /// The parts of the home that the environment names.
    public static AuditParts ofEnvironment() {
        return of(Home.ofEnvironment());
    }

    /// The parts of that home.
    public static AuditParts of(Home home) {
        return new AuditParts(home);
    }

    /// The public keys of the audit record.
    ///
    /// @throws NotInstalled if nothing was set up in this home
    public HeadKeys keys() throws IOException {
        if (!Files.exists(home.auditPublicKey())) {
            throw new NotInstalled(
                    "there is no installation in this home; run the init command of this machine, such as: bansho numbers init",
                    "このホームには設定がありません。この機械の init コマンド（例: bansho numbers init）を実行してください");
        }
        return KeyFile.read(home.auditPublicKey());
    }

    /// The exported heads.
    public Path heads() {
        return home.auditHeads();
    }

    /// Keeps what is wrong with the record for an incident, which the next sound start opens (S6).
    public void keepBreak(Verification verification) {
        BreakFiles.keep(
                home,
                Clock.systemUTC().instant(),
                verification.findings().stream()
                        .map(finding -> finding.japanese() + " / " + finding.english())
                        .toList());
    }

    /// A connection that may read the record.
    public Connection connect() throws SQLException {
        var properties = Home.load(home.database());
        return DriverManager.getConnection(
                properties.getProperty("url"), properties.getProperty("user"), properties.getProperty("password"));
    }
}
