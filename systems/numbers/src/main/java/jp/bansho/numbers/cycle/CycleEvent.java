package jp.bansho.numbers.cycle;

import java.util.List;
import jp.bansho.audit.AuditEvent;

/// All that the audit record can say about the rounds of repeated duties; refusals too. The month
/// as `2026-01`.
public sealed interface CycleEvent extends AuditEvent {

    /// A round was opened by its first file, or to close it without one.
    record CycleOpened(String round, String month) implements CycleEvent {}

    /// The stamped job's file was taken in for a round, which was counted; counts as `what=people`.
    record CycleFileTaken(String round, String month, List<String> counts) implements CycleEvent {}

    /// A round was shown, with the user numbers of those who were in no file.
    record CycleShown(long cycle, int people) implements CycleEvent {}

    /// A round was closed; counts as `what=people`, with what is left open.
    record CycleClosed(String round, String month, List<String> counts) implements CycleEvent {}

    /// A file of next year's declarations was compared with what is held (N9); counts as `what=people`.
    record DeclarationsCompared(String month, List<String> counts) implements CycleEvent {}

    /// A rule was switched for the association.
    record RuleSwitched(String rule, boolean on) implements CycleEvent {}

    /// Something about a round was not done.
    record CycleActRefused(String act, String reason) implements CycleEvent {}
}
