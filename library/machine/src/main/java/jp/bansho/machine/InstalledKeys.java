package jp.bansho.machine;

import java.nio.file.Files;
import jp.bansho.seal.KeyRing;

/// The keys of a home, for the machine and for commands that work without a database.
public final class InstalledKeys {

    private InstalledKeys() {}

    /// Opens the key ring.
    ///
    /// @throws NotInstalled if nothing was set up in this home
    /// @throws jp.bansho.seal.KeysRefused if the keys are not there or not whole
    public static KeyRing open(Home home) {
        if (!Files.exists(home.database())) {
            throw new NotInstalled(
                    "there is no installation in this home; run the init command of this machine, such as: bansho numbers init",
                    "このホームには設定がありません。この機械の init コマンド（例: bansho numbers init）を実行してください");
        }
        return KeyRing.open(home.keyRing(), KeyHolders.of(home));
    }
}
