package jp.bansho.jlis.residents;

import java.time.LocalDate;
import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about the register.
public sealed interface ResidentsEvent extends AuditEvent {

    /// The register was loaded, with the numbers of all.
    record RegisterLoaded(long residents, long dead, long left) implements ResidentsEvent {}

    /// A file of events was taken in.
    record EventsTaken(long numbers, long deaths, long moves, long spellings, long leavings)
            implements ResidentsEvent {}

    /// Something happened to one resident.
    ///
    /// @param because why it was entered, in the words of who entered it
    record ResidentChanged(EventKind kind, LocalDate day, int reason, String because) implements ResidentsEvent {}

    /// A file or an event was refused.
    record RegisterUnchanged(String what, String refusal) implements ResidentsEvent {}
}
