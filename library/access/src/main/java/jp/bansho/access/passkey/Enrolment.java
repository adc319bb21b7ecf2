package jp.bansho.access.passkey;

/// What became of an enrolment; [#event] must be recorded in the same transaction, whichever it is.
public sealed interface Enrolment {

    /// What to record.
    PasskeyEvent event();

    /// The passkey is in the table.
    record Accepted(Passkey passkey, PasskeyEvent event) implements Enrolment {}

    /// Nothing was changed.
    record Refused(Refusal refusal, PasskeyEvent event) implements Enrolment {}
}
