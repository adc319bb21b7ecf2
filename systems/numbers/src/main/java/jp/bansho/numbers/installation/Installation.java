package jp.bansho.numbers.installation;

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
import jp.bansho.numbers.store.StoreBroken;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;
import jp.bansho.seal.KeyRing;

/// Sets an installation up, or brings one up to date: running it again changes nothing that is there, and adds the keys
/// and the row of an association that is new.
public final class Installation {

    private static final List<KeyPurpose> OF_EACH_ASSOCIATION =
            List.of(KeyPurpose.NUMBER_SEAL, KeyPurpose.NUMBER_INDEX, KeyPurpose.PAD_SEAL, KeyPurpose.PERSON_MARK);

    private final Home home;

    /// An installation in that home.
    public Installation(Home home) {
        this.home = home;
    }

    /// Sets everything up.
    ///
    /// @param url          JDBC address of the database
    /// @param user         an administrator of it: may create roles, owns the tables afterwards
    /// @param password     the administrator's password; not kept
    /// @param associations properties file of the member associations
    /// @throws jp.bansho.seal.KeysRefused if the database was filled with other keys; its own
    ///     machine runs on unharmed
    public void setUp(String url, String user, String password, Path associations) {
        DatabaseSetup.requireBareAddress(url);
        var rows = AssociationFile.read(associations);
        try {
            makeFolders();
            var keys = openOrMakeKeys();
            makeMissing(keys, rows);
            publishAuditKey(keys);
            var setup = new DatabaseSetup(url, user, password);
            setup.migrate();
            try (var connection = setup.connect()) {
                connection.setAutoCommit(false);
                KeyCheck.note(connection, keys);
                KeyCheck.prove(connection, keys);
                IndexStart.mark(connection, rows);
                connection.commit();
            }
            setup.associations(rows);
            letApplicationIn(setup, url);
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder could not be written", e);
        } catch (SQLException e) {
            throw new StoreBroken(e);
        }
    }

    private void makeFolders() throws IOException {
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
                    %s = federation
                    """.formatted(name), StandardCharsets.UTF_8);
        }
    }

    private KeyRing openOrMakeKeys() {
        if (Files.exists(home.keyRing())) {
            return KeyRing.open(home.keyRing(), KeyHolders.of(home));
        }
        return KeyRing.create(home.keyRing(), KeyHolders.of(home));
    }

    private static void makeMissing(KeyRing keys, List<AssociationFile.Row> rows) {
        makeIfMissing(keys, new KeyName(KeyPurpose.AUDIT_SIGNING, 0, 1));
        makeIfMissing(keys, new KeyName(KeyPurpose.FILE_FINGERPRINT, 0, 1));
        makeIfMissing(keys, new KeyName(KeyPurpose.BACKUP, 0, 1));
        for (var row : rows) {
            for (var purpose : OF_EACH_ASSOCIATION) {
                makeIfMissing(keys, new KeyName(purpose, row.code(), 1));
            }
        }
    }

    private static void makeIfMissing(KeyRing keys, KeyName first) {
        if (keys.names().stream()
                .noneMatch(name -> name.purpose() == first.purpose() && name.association() == first.association())) {
            keys.make(first);
        }
    }

    private void publishAuditKey(KeyRing keys) throws IOException {
        var name = keys.newest(KeyPurpose.AUDIT_SIGNING, 0);
        var encoded = keys.verifyingKey(name).getEncoded();
        Files.writeString(
                home.auditPublicKey(),
                """
                Key-Id: %s
                -----BEGIN PUBLIC KEY-----
                %s
                -----END PUBLIC KEY-----
                """.formatted(name.label(), Base64.getEncoder().encodeToString(encoded)),
                StandardCharsets.US_ASCII);
    }

    private void letApplicationIn(DatabaseSetup setup, String url) throws IOException {
        var secret = secretIn(home.database());
        setup.letIn(DatabaseSetup.APPLICATION, secret);
        keep(
                home.database(),
                "url = " + url + "\nuser = " + DatabaseSetup.APPLICATION + "\npassword = " + secret + "\n");
        var ofBackups = secretIn(home.backupLogin());
        setup.letIn(DatabaseSetup.BACKUP, ofBackups);
        keep(home.backupLogin(), "user = " + DatabaseSetup.BACKUP + "\npassword = " + ofBackups + "\n");
    }

    private static String secretIn(Path file) {
        if (Files.exists(file)) {
            return Home.load(file).getProperty("password");
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void keep(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
