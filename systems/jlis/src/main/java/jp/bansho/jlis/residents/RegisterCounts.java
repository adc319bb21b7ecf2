package jp.bansho.jlis.residents;

/// How much the register holds.
///
/// @param former earlier states
/// @param changed residents whose number was changed at least once
public record RegisterCounts(long residents, long dead, long left, long former, long changed) {}
