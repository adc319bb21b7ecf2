package jp.bansho.access.account;

import java.time.LocalDate;
import jp.bansho.access.AccountRole;
import org.jspecify.annotations.Nullable;

/// Somebody who is to get an account.
///
/// @param staffNumber   職員番号, unique within the organisation
/// @param ownUserNumber the user number 利用番号 of that person as a member, if known; for the log check (L5)
public record NewUser(
        String staffNumber,
        String name,
        @Nullable String ownUserNumber,
        AccountRole role,
        String department,
        LocalDate from,
        LocalDate until) {

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "NewUser[" + role.word() + "]";
    }
}
