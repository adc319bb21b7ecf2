package jp.bansho.numbers.registry;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about registering one by one (N3, N5, L1); refusals too. Holds no number
/// and no identifier.
public sealed interface RegistryEvent extends AuditEvent {

    /// The page of a person was shown, numbers masked.
    record PersonShown() implements RegistryEvent {}

    /// A person was registered.
    record PersonRegistered(String kind) implements RegistryEvent {}

    /// A person's first number was registered; the n-th one that is kept.
    record NumberRegistered(int generation) implements RegistryEvent {}

    /// A person's number was replaced; the one with this generation is in force now.
    record NumberChanged(int generation, ChangeReason reason) implements RegistryEvent {}

    /// A number that was typed is the one in force.
    record NumberConfirmed() implements RegistryEvent {}

    /// Identifiers of a person were changed; which ones.
    record IdentifiersChanged(List<String> fields) implements RegistryEvent {}

    /// A person was taken out of use, and the numbers with it; they wait for erasure.
    record PersonEnded(EndReason reason) implements RegistryEvent {}

    /// Something was not done.
    ///
    /// @param act    register, change-identifiers, change-number, confirm or delete
    /// @param reason word of the refusal
    record RegistrationRefused(String act, String reason) implements RegistryEvent {}

    /// The record of who did what with a person was shown.
    record UsesShown(int records) implements RegistryEvent {}
}
