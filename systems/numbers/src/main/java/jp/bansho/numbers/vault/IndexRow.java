package jp.bansho.numbers.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the index of numbers.
///
/// @param beside its value in the index that is being filled beside; null if none is
record IndexRow(UUID tag, @Nullable UUID beside, long subject, int generation, int state) {}
