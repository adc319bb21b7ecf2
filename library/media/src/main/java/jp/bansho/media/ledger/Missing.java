package jp.bansho.media.ledger;

import org.jspecify.annotations.Nullable;

/// A medium that is not where it should be, for whoever opens an incident 事故.
///
/// @param medium as it is now: missing
/// @param before where it should have been
/// @param parcel on it that is not settled; null if none was
public record Missing(
        Medium medium, MediumState before, @Nullable NotedParcel parcel) {}
