package jp.bansho.access.passkey;

/// What became of a passkey that was shown; [#event] must be recorded in the same transaction, and that
/// transaction must be committed after a refusal too: a passkey that may have been copied is stopped by it.
public sealed interface Verification {

    /// What to record.
    PasskeyEvent event();

    /// It is the account's own, and the person was verified.
    record Accepted(CredentialId credential, Assertion assertion, PasskeyEvent event) implements Verification {}

    /// Nobody is let in, nothing is done.
    record Refused(Refusal refusal, PasskeyEvent event) implements Verification {}
}
