package jp.bansho.numbers.vault;

import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about the vault; refusals too. Holds no number and nothing computed from one.
public sealed interface VaultEvent extends AuditEvent {

    /// A number was shown to the actor for the stamped purpose (L1).
    record NumberRevealed(String caseReference) implements VaultEvent {}

    /// A number was asked for and not shown.
    record RevealRefused(String reason, String caseReference) implements VaultEvent {}

    /// Somebody asked whose number a given number is.
    record NumberSought(boolean found) implements VaultEvent {}

    /// The index of an association was built again from the sealed numbers.
    record IndexRebuilt(long numbers) implements VaultEvent {}
}
