package jp.bansho.access.account;

import java.time.Instant;
import java.time.LocalDate;
import jp.bansho.access.AccountRole;
import org.jspecify.annotations.Nullable;

/// What waits for the nightly batch.
///
/// @param kind        `create`, `change` or `revoke`
/// @param account     the account to change or revoke; null for a new one
/// @param application the approval it waits for; null where none is needed
/// @param state       `prepared`, `withdrawn`, `done` or `failed`
/// @param outcome     the new account's ID, or why it failed
public record Preparation(
        long id,
        int organisation,
        String kind,
        @Nullable String account,
        @Nullable String staffNumber,
        @Nullable String name,
        @Nullable String ownUserNumber,
        @Nullable AccountRole role,
        @Nullable String department,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String reason,
        @Nullable Long application,
        String preparedBy,
        Instant preparedAt,
        String state,
        @Nullable String outcome) {

    /// The text that is shown to whoever approves it and that the approval is bound to.
    public String payload() {
        return """
                kind: %s
                account: %s
                staff number: %s
                name: %s
                own user number: %s
                role: %s
                department: %s
                from: %s
                until: %s
                """.formatted(
                        kind,
                        text(account),
                        text(staffNumber),
                        text(name),
                        text(ownUserNumber),
                        role == null ? "" : role.word(),
                        text(department),
                        text(from),
                        text(until));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Without the name: it may end up in a log.
    @Override
    public String toString() {
        return "Preparation[" + id + ", " + kind + ", " + state + "]";
    }
}
