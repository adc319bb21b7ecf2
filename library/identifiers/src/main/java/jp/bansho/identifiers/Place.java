package jp.bansho.identifiers;

import java.util.Set;

/// One character's place in a pattern.
///
/// @param characters what may stand there
/// @param optional   whether it may be left out
record Place(Set<Character> characters, boolean optional) {}
