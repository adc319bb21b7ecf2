package jp.bansho.numbers.operation;

import jp.bansho.audit.AuditEvent;

/// All that the record can say about watching over the machine (S5).
public sealed interface OperationEvent extends AuditEvent {

    /// Something needs an operator.
    record AlarmBegan(String part) implements OperationEvent {}

    /// It is well again.
    record AlarmEnded(String part, long minutes) implements OperationEvent {}

    /// The report of a month was written.
    ///
    /// @param month   such as `2026-11`
    /// @param through the last record it counts
    record OperationsReported(String month, long through) implements OperationEvent {}
}
