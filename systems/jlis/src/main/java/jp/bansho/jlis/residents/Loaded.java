package jp.bansho.jlis.residents;

/// What a load took in.
///
/// @param residents all of them
/// @param dead      how many of them are dead
/// @param left      how many of them left the country
public record Loaded(long residents, long dead, long left) {}
