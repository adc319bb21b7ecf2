package jp.bansho.numbers.registry.web;

import java.util.List;
import jp.bansho.numbers.linkage.Identifier;
import jp.bansho.numbers.linkage.Person;

/// What the last search found.
///
/// @param withheld how many more there are whom the purpose does not concern
record Hits(int association, Identifier by, List<Person> people, int withheld) {}
