package jp.bansho.numbers.installation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineSetup;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;

/// Sets an installation up, or brings one up to date: running it again changes nothing that is there, and adds the keys
/// and the row of an association that is new.
public final class Installation {

    /// Check values of the keys, with the state that rotations give them.
    static final KeyCheck KEYS = new KeyCheck("vault.key_check");

    private static final List<String> DESKS =
            List.of("numbers", "audit", "access", "erasure", "inspection", "incident", "media", "taxfile");
    private static final List<KeyPurpose> OF_THE_MACHINE =
            List.of(KeyPurpose.AUDIT_SIGNING, KeyPurpose.FILE_FINGERPRINT, KeyPurpose.BACKUP);
    private static final List<KeyPurpose> OF_EACH_ASSOCIATION =
            List.of(KeyPurpose.NUMBER_SEAL, KeyPurpose.NUMBER_INDEX, KeyPurpose.PAD_SEAL, KeyPurpose.PERSON_MARK);

    private final Home home;

    /// An installation in that home.
    public Installation(Home home) {
        this.home = home;
    }

    /// Sets everything up.
    ///
    /// @param setup        the way to the database, as its administrator, who owns the tables afterwards
    /// @param associations properties file of the member associations
    /// @throws jp.bansho.seal.KeysRefused if the database was filled with other keys; its own
    ///     machine runs on unharmed
    public void setUp(DatabaseSetup setup, Path associations) {
        var rows = AssociationFile.read(associations);
        var machine = new MachineSetup(home);
        machine.folders();
        var keys = machine.openOrMake();
        machine.missing(keys, firsts(rows));
        machine.database(setup, keys, DESKS, KEYS, connection -> {
            IndexStart.mark(connection, rows);
            Associations.write(connection, rows);
        });
        machine.login(setup, DatabaseSetup.APPLICATION, home.database(), "url = " + setup.url() + "\n");
        machine.login(setup, DatabaseSetup.BACKUP, home.backupLogin(), "");
    }

    private static List<KeyName> firsts(List<AssociationFile.Row> rows) {
        var firsts = new ArrayList<KeyName>();
        OF_THE_MACHINE.forEach(purpose -> firsts.add(new KeyName(purpose, 0, 1)));
        for (var row : rows) {
            OF_EACH_ASSOCIATION.forEach(purpose -> firsts.add(new KeyName(purpose, row.code(), 1)));
        }
        return firsts;
    }
}
