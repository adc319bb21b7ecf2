package jp.bansho.media;

/// A parcel that was written to its end.
///
/// @param manifest     as signed
/// @param manifestHash SHA-256 of the manifest's text
public record Delivered(Manifest manifest, String manifestHash) {}
