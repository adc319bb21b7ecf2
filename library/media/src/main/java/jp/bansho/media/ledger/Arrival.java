package jp.bansho.media.ledger;

/// The medium in which a parcel came.
///
/// @param number    as it stands on it: capitals, digits, hyphens, at most 20
/// @param label     what else stands on it
/// @param broughtBy handle of who brought it, never a name
public record Arrival(String number, MediumKind kind, String label, String broughtBy) {}
