package jp.bansho.pension.payments;

import jp.bansho.audit.AuditEvent;

/// What the record says about payments: counts and places, nobody's name.
sealed interface PaymentsEvent extends AuditEvent {

    /// The awards that go with a year's payments were taken in.
    record AwardsLoaded(int taxYear, long rows, long added, long changed, long unchanged) implements PaymentsEvent {}

    /// A year's payments were taken in.
    record PaymentsLoaded(int taxYear, long rows, long added, long changed, long unchanged, long removed)
            implements PaymentsEvent {}

    /// A year's declarations were taken in.
    record DeclarationsLoaded(int taxYear, long rows, long added, long changed, long unchanged, long removed)
            implements PaymentsEvent {}

    /// A file was refused as a whole, and what came with it.
    record PaymentsFileRefused(
            int taxYear, String layout, String reason, long problems, long firstLine, int firstColumn)
            implements PaymentsEvent {}
}
