package jp.bansho.pension.installation;

import java.nio.file.Path;
import java.util.List;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.MachineSetup;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;

/// Sets an installation up, or brings one up to date: running it again changes nothing that is
/// there.
public final class Installation {

    static final KeyCheck KEYS = new KeyCheck("machine.key_check");

    private static final List<String> DESKS = List.of("machine", "pension", "audit", "media");

    private final Home home;

    /// An installation in that home.
    public Installation(Home home) {
        this.home = home;
    }

    /// Sets everything up.
    ///
    /// @param setup        the way to the database, as its administrator
    /// @param associations properties file of the member associations
    public void setUp(DatabaseSetup setup, Path associations) {
        var rows = AssociationFile.read(associations);
        var machine = new MachineSetup(home);
        machine.folders();
        var keys = machine.openOrMake();
        machine.missing(keys, List.of(new KeyName(KeyPurpose.AUDIT_SIGNING, 0, 1)));
        machine.database(setup, keys, DESKS, KEYS, connection -> AssociationFile.write(connection, rows));
        machine.login(setup, DatabaseSetup.APPLICATION, home.database(), "url = " + setup.url() + "\n");
    }
}
