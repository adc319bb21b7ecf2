package jp.bansho.access.account;

import java.time.LocalDate;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about accounts; refusals too. Login IDs, never names.
public sealed interface AccountEvent extends AuditEvent {

    /// A user manager prepared something for the nightly batch (A3, A4).
    record ChangePrepared(long preparation, String kind, String account, String role, String department)
            implements AccountEvent {}

    /// What was prepared was taken back before the batch ran.
    record PreparationWithdrawn(long preparation) implements AccountEvent {}

    /// The nightly batch made an account (A3).
    record AccountMade(String account, String role, String department, LocalDate from, LocalDate until)
            implements AccountEvent {}

    /// The nightly batch gave an account another role or department.
    record AccountChanged(String account, String role, String department) implements AccountEvent {}

    /// An account ended (A4): `revoked`, `expired`, `stopped`.
    record AccountEnded(String account, String why) implements AccountEvent {}

    /// A preparation could not be carried out.
    record PreparationFailed(long preparation, String why) implements AccountEvent {}

    /// The slip with a temporary password was opened, once.
    record SlipOpened(String account) implements AccountEvent {}

    /// A temporary password died unused.
    record TemporaryPasswordDied(String account) implements AccountEvent {}

    /// A lost authenticator: its passkeys are gone, and a temporary password leads back in.
    record AuthenticatorReset(String account) implements AccountEvent {}

    /// Managing accounts was refused.
    record AccountRefused(String account, String reason) implements AccountEvent {}

    /// The nightly batch ended.
    record NightlyBatchDone(LocalDate businessDate, int made, int changed, int ended, int died, int failed)
            implements AccountEvent {}
}
