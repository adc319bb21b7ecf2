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

    /// A key of an association is being changed, as somebody else approved (S1).
    record KeyRotationBegun(String oldKey, String nextKey, long application) implements VaultEvent {}

    /// New values take the next key from now on; look-ups too.
    record KeySwitched(String oldKey, String nextKey) implements VaultEvent {}

    /// It was counted, with all writers kept away, that no value names the old key any more.
    ///
    /// @param leftOnOld values on the old key
    /// @param values    values on all keys
    record KeyProvedUnused(String oldKey, long leftOnOld, long values) implements VaultEvent {}

    /// A count with all writers kept away did not come out; the old key is kept.
    record KeyProofFailed(String unprovedKey) implements VaultEvent {}

    /// The old key is destroyed.
    ///
    /// @param values values that were sealed anew or entered
    record KeyRotationFinished(String oldKey, String nextKey, long values) implements VaultEvent {}
}
