package jp.bansho.numbers.emergency;

import java.time.Instant;
import jp.bansho.audit.AuditEvent;

/// All that the record can say about emergency sessions (A7, L3).
public sealed interface EmergencyEvent extends AuditEvent {

    /// An approved session was opened with a passkey.
    ///
    /// @param writes   whether repairs were approved, or looking only
    /// @param evidence what the passkey signed, to be verified without this machine
    record EmergencyOpened(long session, long application, Instant endsAt, boolean writes, String evidence)
            implements EmergencyEvent {}

    /// The one console of the session was opened with its code.
    ///
    /// @param by who runs it, as the staff file names them
    record EmergencyConsoleOpened(long session, String by) implements EmergencyEvent {}

    /// A statement is about to run; written before it runs.
    record EmergencyStatementBegun(long session, int number, String statement) implements EmergencyEvent {}

    /// What became of a statement.
    ///
    /// @param outcome `done`, or the database's error code
    record EmergencyStatementEnded(long session, int number, long rows, String outcome) implements EmergencyEvent {}

    /// Something was refused: a code, a statement, a second session.
    ///
    /// @param session 0 if none is meant
    record EmergencyRefused(long session, String reason) implements EmergencyEvent {}

    /// The session ended.
    ///
    /// @param why `closed`, `time` or `stopped`
    record EmergencyEnded(long session, String why, int statements) implements EmergencyEvent {}
}
