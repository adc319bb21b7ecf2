package jp.bansho.access.account;

import java.time.Instant;
import java.time.LocalDate;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import org.jspecify.annotations.Nullable;

/// An account as it stands.
///
/// @param staffNumber 職員番号 within the organisation
/// @param state       `active`, `stopped` (at once, by emergency stop) or `revoked` (by the nightly batch)
/// @param slip        what there is of a temporary password: `none`, `waiting`, `shown`
/// @param passkeys    how many active passkeys the account has
/// @param slipResetBy the person who reset the authenticator; the slip that follows is not theirs to open
public record Account(
        String id,
        int organisation,
        long person,
        String staffNumber,
        String name,
        AccountRole role,
        String department,
        LocalDate validFrom,
        LocalDate validUntil,
        String state,
        @Nullable Instant lastLogin,
        String slip,
        @Nullable LocalDate slipUsableFrom,
        int passkeys,
        @Nullable Long slipResetBy) {

    /// The member who comes in with this account.
    public Member member() {
        return new Member(id, person, name, organisation, role, department);
    }

    /// Whether the account may be used on that day.
    public boolean usable(LocalDate today) {
        return state.equals("active") && !today.isBefore(validFrom) && !today.isAfter(validUntil);
    }

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "Account[" + id + ", " + state + "]";
    }
}
