package jp.bansho.numbers.intake;

import java.time.Instant;

/// A line of the work list.
///
/// @param echoKey the user number the row came with; empty if it had none
public record OpenWork(long id, long job, long line, WorkItem.Reason reason, String echoKey, Instant openedAt) {}
