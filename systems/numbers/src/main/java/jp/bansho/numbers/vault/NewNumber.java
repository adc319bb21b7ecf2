package jp.bansho.numbers.vault;

import java.util.UUID;
import jp.bansho.individual.IndividualNumber;

/// A number to be kept.
///
/// @param subject    handle of its person
/// @param generation 1 for the first, then 2, …
/// @param kind       code of the person's kind, bound into the seal
/// @param tag        its index value, from [OpenVault#tag]
/// @param state      current or proposed
public record NewNumber(long subject, int generation, int kind, IndividualNumber number, UUID tag, NumberState state) {}
