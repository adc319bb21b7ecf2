package jp.bansho.machine;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The folder of an installation: everything the machine keeps outside its database.
///
/// `BANSHO_HOME` names it; `BANSHO_KEY_FILE` may put the key-encryption key on another medium.
///
/// @param folder the home folder
/// @param keyEncryptionKey the file of the key-encryption key
public record Home(Path folder, Path keyEncryptionKey) {

    /// A home with its key-encryption key inside, for practice.
    public Home(Path folder) {
        this(folder, folder.resolve("keys/key-encryption.key"));
    }

    /// The home that the environment names.
    public static Home ofEnvironment() {
        var folder = System.getenv("BANSHO_HOME");
        var home = new Home(Path.of(folder == null || folder.isBlank() ? ".bansho" : folder)
                .toAbsolutePath()
                .normalize());
        var key = System.getenv("BANSHO_KEY_FILE");
        return key == null || key.isBlank() ? home : new Home(home.folder, Path.of(key));
    }

    /// The wrapped keys.
    public Path keyRing() {
        return folder.resolve("keys/key-ring");
    }

    /// Where the key-encryption key may live; need not be there.
    public Path keys() {
        return folder.resolve("keys.properties");
    }

    /// The exported heads of the audit record; copy it to another machine regularly.
    public Path auditHeads() {
        return folder.resolve("audit/heads.jsonl");
    }

    /// The public half of the audit key, for whoever verifies.
    public Path auditPublicKey() {
        return folder.resolve("audit/public-key.pem");
    }

    /// Who may work here.
    public Path staff() {
        return folder.resolve("staff.properties");
    }

    /// Where the database is, and the login of the application's role.
    public Path database() {
        return folder.resolve("database.properties");
    }

    /// The login of the role that takes backups.
    public Path backupLogin() {
        return folder.resolve("backup.properties");
    }

    /// Pads as they are after each erasure, sealed: what an older backup needs to be usable again.
    public Path pads() {
        return folder.resolve("pads");
    }

    /// Erasure certificates.
    public Path certificates() {
        return folder.resolve("certificates");
    }

    /// How terminals are served; need not be there.
    public Path terminal() {
        return folder.resolve("terminal.properties");
    }

    /// Which authenticators are accepted; need not be there.
    public Path passkeys() {
        return folder.resolve("passkeys.properties");
    }

    /// Keys and certificates for parcels.
    public Path media() {
        return folder.resolve("media");
    }

    /// Key and certificate of the terminal server.
    public Path tls() {
        return folder.resolve("tls");
    }

    /// Uploaded files until their registration is confirmed.
    public Path uploads() {
        return folder.resolve("uploads");
    }

    /// The log file.
    public Path log() {
        return folder.resolve("logs/machine.log");
    }

    /// Reads a properties file, UTF-8.
    public static Properties load(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("not readable: " + file.getFileName(), e);
        }
    }
}
