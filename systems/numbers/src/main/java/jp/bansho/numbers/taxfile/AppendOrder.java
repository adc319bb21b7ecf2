package jp.bansho.numbers.taxfile;

import java.nio.file.Path;
import jp.bansho.numbers.staff.Actor;

/// An order to append numbers.
///
/// @param taxYear      calendar year of the slips (年分); picks the version of the layout
/// @param completeOnly refuse to leave an output while a number is missing
/// @param again        run it although the very same file was worked off before
public record AppendOrder(Actor actor, Path source, Path target, int taxYear, boolean completeOnly, boolean again) {}
