package jp.bansho.numbers.registry;

import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Ground;

/// Who wants to do what, on which ground, in which association.
///
/// @param act word of the act in the record
record Order(Actor actor, Ground ground, int association, String act) {}
