package jp.bansho.media.ledger;

/// A medium 電子記録媒体 as it stands.
///
/// @param number as it stands on the medium; unique among those of its owner
/// @param label  what else stands on it
/// @param owner  organisation, as in manifests
/// @param own    whether the owner is the own organisation
public record Medium(
        long id, String number, MediumKind kind, String label, String owner, boolean own, MediumState state) {}
