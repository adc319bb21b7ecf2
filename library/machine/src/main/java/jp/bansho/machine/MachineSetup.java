package jp.bansho.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;

/// Sets a machine's home and database up, or brings them up to date: running it again changes nothing that
/// is there, and adds what is new (S1).
public final class MachineSetup {

    private final Home home;

    /// The set-up of that home.
    public MachineSetup(Home home) {
        this.home = home;
    }

    /// A step on the administrator's connection; what it writes is committed with the check values of the keys.
    @FunctionalInterface
    public interface Step {
        void on(java.sql.Connection connection) throws SQLException;
    }

    /// Sets a machine up that has no associations of its own.
    ///
    /// @param setup  the way to the database, as its administrator
    /// @param keys   the first versions of the keys it needs, besides the audit key, which every machine has
    /// @param desks  folders below `db/` of the class path, in their order
    /// @param check  over the table of check values
    public void all(DatabaseSetup setup, List<KeyName> keys, List<String> desks, KeyCheck check) {
        folders("operator");
        var ring = openOrMake();
        missing(ring, List.of(new KeyName(KeyPurpose.AUDIT_SIGNING, 0, 1)));
        missing(ring, keys);
        database(setup, ring, desks, check, _ -> {});
        login(setup, DatabaseSetup.APPLICATION, home.database(), "url = " + setup.url() + "\n");
    }

    /// The folders, open to their owner alone.
    public void folders() {
        folders("federation");
    }

    private void folders(String role) {
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            for (var folder : List.of("keys", "audit", "logs")) {
                Files.createDirectories(home.folder().resolve(folder), mine);
            }
            Files.createDirectories(home.keyEncryptionKey().toAbsolutePath().getParent());
            if (!Files.exists(home.staff())) {
                var name = System.getProperty("user.name");
                Files.writeString(home.staff(), """
                        # Who may work here. One line a person: login name = federation | operator | association <code>
                        # この機械で業務を行う人。1行に1人: ログイン名 = federation | operator | association <組合コード>
                        %s = %s
                        """.formatted(name, role), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// The key ring of this home, made if there is none.
    public KeyRing openOrMake() {
        return Files.exists(home.keyRing())
                ? KeyRing.open(home.keyRing(), KeyHolders.of(home))
                : KeyRing.create(home.keyRing(), KeyHolders.of(home));
    }

    /// Makes those keys of which there is no version, and publishes the public half of the audit key.
    public void missing(KeyRing keys, List<KeyName> firsts) {
        for (var first : firsts) {
            if (keys.names().stream()
                    .noneMatch(
                            name -> name.purpose() == first.purpose() && name.association() == first.association())) {
                keys.make(first);
            }
        }
        publish(keys);
    }

    private void publish(KeyRing keys) {
        var name = keys.newest(KeyPurpose.AUDIT_SIGNING, 0);
        var encoded = keys.verifyingKey(name).getEncoded();
        try {
            Files.writeString(
                    home.auditPublicKey(),
                    """
                    Key-Id: %s
                    -----BEGIN PUBLIC KEY-----
                    %s
                    -----END PUBLIC KEY-----
                    """.formatted(name.label(), Base64.getEncoder().encodeToString(encoded)),
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Brings the tables up to date and holds the keys against them.
    ///
    /// @throws jp.bansho.seal.KeysRefused if the database was filled with other keys
    public void database(DatabaseSetup setup, KeyRing keys, List<String> desks, KeyCheck check, Step step) {
        setup.migrate(desks);
        try (var connection = setup.connect()) {
            connection.setAutoCommit(false);
            check.note(connection, keys);
            check.prove(connection, keys);
            step.on(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    /// Gives a role a password of its own and keeps it in a file that only its owner reads.
    ///
    /// @param more lines to stand in the file as well
    public void login(DatabaseSetup setup, String role, Path file, String more) {
        var secret = secretIn(file);
        setup.letIn(role, secret);
        var text = more + "user = " + role + "\npassword = " + secret + "\n";
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static String secretIn(Path file) {
        if (Files.exists(file)) {
            return Home.load(file).getProperty("password");
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("the home folder could not be written", cause);
    }
}
