package jp.bansho.media;

/// A parcel that was read to its end, with all counts as the sender stated them.
///
/// @param number       of the parcel
/// @param manifestHash SHA-256 of the manifest's text
public record Arrived(ParcelNumber number, String manifestHash) {}
