package jp.bansho.access.account;

import java.time.LocalDate;

/// What stands on the slip that is handed to a new user; shown once, kept nowhere.
public record Slip(String account, String name, String temporaryPassword, LocalDate expiresOn) {

    /// Without name and password.
    @Override
    public String toString() {
        return "Slip[" + account + "]";
    }
}
