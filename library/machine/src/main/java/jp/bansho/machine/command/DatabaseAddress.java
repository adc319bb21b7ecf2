package jp.bansho.machine.command;

import jp.bansho.machine.DatabaseSetup;
import jp.bansho.machine.NotInstalled;

/// Where the database of a machine that is being set up lies, and its administrator, from the environment:
/// `BANSHO_DB_URL`, `BANSHO_DB_USER`, `BANSHO_DB_PASSWORD`. The password is not kept.
public final class DatabaseAddress {

    private DatabaseAddress() {}

    /// The set-up of that database.
    ///
    /// @throws NotInstalled if the address is missing or carries a login
    public static DatabaseSetup ofEnvironment() {
        var url = System.getenv("BANSHO_DB_URL");
        if (url == null || url.isBlank()) {
            throw new NotInstalled(
                    "BANSHO_DB_URL is not set; for a practice database run: bansho db start DIR",
                    "BANSHO_DB_URL が設定されていません。練習用は bansho db start DIR で起動できます");
        }
        return new DatabaseSetup(url, environment("BANSHO_DB_USER"), environment("BANSHO_DB_PASSWORD"));
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        return value == null ? "" : value;
    }
}
