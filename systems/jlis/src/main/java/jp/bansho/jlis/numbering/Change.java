package jp.bansho.jlis.numbering;

import jp.bansho.individual.IndividualNumber;
import org.jspecify.annotations.Nullable;

/// A resident gets a new number.
///
/// @param resident handle of the resident
/// @param wished   the number to take; null lets the desk draw one
public record Change(long resident, @Nullable IndividualNumber wished) {}
