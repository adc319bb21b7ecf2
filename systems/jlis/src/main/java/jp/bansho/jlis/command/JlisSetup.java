package jp.bansho.jlis.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.bansho.jlis.JlisMachine;
import jp.bansho.jlis.staff.StaffFile;
import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.Home;
import jp.bansho.machine.KeyCheck;
import jp.bansho.machine.LineKey;
import jp.bansho.machine.MachineSetup;
import jp.bansho.seal.KeyName;
import jp.bansho.seal.KeyPurpose;

/// What a new machine of the authority is made of: home, keys, tables, and the certificate of the line.
public final class JlisSetup {

    private static final List<String> DESKS = List.of("machine", "audit", "jlis");
    private static final List<KeyPurpose> PURPOSES = List.of(
            KeyPurpose.NUMBER_SEAL, KeyPurpose.NUMBER_INDEX, KeyPurpose.ANSWER_SEAL, KeyPurpose.FILE_FINGERPRINT);

    private JlisSetup() {}

    /// Sets it up, or brings it up to date.
    ///
    /// @return the certificate of the line
    public static Path all(Home home, DatabaseSetup setup) {
        StaffFile.first(home);
        new MachineSetup(home)
                .all(
                        setup,
                        PURPOSES.stream()
                                .map(purpose -> new KeyName(purpose, 0, 1))
                                .toList(),
                        DESKS,
                        new KeyCheck(JlisMachine.KEY_CHECKS));
        return LineKey.make(home, "jlis", Clock.systemUTC().instant());
    }
}
