package jp.bansho.numbers.vault;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about the vault; refusals too. Holds no number and nothing computed from one.
public sealed interface VaultEvent extends AuditEvent {

    /// A number was shown to the actor for the stamped row of purposes (L1).
    ///
    /// @param evidence the kept passkey assertion with which the actor asked for it; empty where none was demanded
    record NumberRevealed(String caseReference, String evidence) implements VaultEvent {}

    /// The table of purposes did not allow an act; the row that refused, or `no-row` (L1, C5).
    record PurposeRefused(String row, String act) implements VaultEvent {}

    /// A number was asked for and not shown.
    record RevealRefused(String reason, String caseReference) implements VaultEvent {}

    /// Something was asked for that needs a key, while the key device was away.
    record KeysAway(String act, String caseReference) implements VaultEvent {}

    /// Somebody asked whose number a given number is, for a case; empty if none was named.
    record NumberSought(boolean found, String caseReference) implements VaultEvent {}

    /// The index of an association was built again from the sealed numbers.
    record IndexRebuilt(long numbers) implements VaultEvent {}

    /// Keys were destroyed for good, and the key-encryption key with them (R3, S1).
    ///
    /// @param keys                   their names
    /// @param keyEncryptionDestroyed id of the key-encryption key that went
    /// @param keyEncryptionCurrent   id of the one that took its place
    record KeysDestroyed(List<String> keys, String keyEncryptionDestroyed, String keyEncryptionCurrent)
            implements VaultEvent {}
}
