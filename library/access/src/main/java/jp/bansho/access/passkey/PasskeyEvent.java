package jp.bansho.access.passkey;

import jp.bansho.audit.AuditEvent;

/// What the record says about passkeys (duties A1, L1). Accounts and credentials by handle only; the caller
/// adds who acted and records it in the same transaction.
public sealed interface PasskeyEvent extends AuditEvent {

    /// The account it is about.
    String account();

    /// A passkey was enrolled; later evidence is held against this record.
    ///
    /// @param credential handle, see [CredentialId#handle]
    /// @param key        SHA-256 of the public key (COSE), in hex
    /// @param form       word of the [AttestationForm]
    /// @param model      AAGUID of the authenticator
    record PasskeyEnrolled(String account, String credential, String key, String form, String model)
            implements PasskeyEvent {}

    /// A passkey was shown and taken.
    ///
    /// @param counter the authenticator's count of signatures; 0 if it does not count
    record PasskeyUsed(String account, String credential, long counter) implements PasskeyEvent {}

    /// A passkey was not taken.
    ///
    /// @param attempt what was tried
    /// @param reason  word of the [Refusal]
    record PasskeyRefused(String account, Attempt attempt, String reason) implements PasskeyEvent {}

    /// A passkey was taken back.
    record PasskeyRemoved(String account, String credential, String reason) implements PasskeyEvent {}

    /// The counter did not run on: somebody may have a copy. The passkey is stopped.
    ///
    /// @param stored  the counter seen last
    /// @param shown the counter of this answer
    record CloneSuspected(String account, String credential, long stored, long shown) implements PasskeyEvent {}

    /// What a passkey was shown for.
    enum Attempt {
        /// To be enrolled.
        ENROL,
        /// To log in, or to confirm an operation.
        USE
    }
}
