package jp.bansho.numbers.vault;

import java.time.Instant;

/// Where a number came from: kept beside it for ever (who, when, from which source).
///
/// @param source 1 identity inquiry, 2 dependants file, 3 business terminal
/// @param job    the job that brought it; 0 for a single act
public record Provenance(int source, long job, Instant at, String actor) {}
