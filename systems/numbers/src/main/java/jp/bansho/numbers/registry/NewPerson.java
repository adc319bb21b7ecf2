package jp.bansho.numbers.registry;

import jp.bansho.numbers.linkage.Kind;

/// A person to be registered, with the number and how its typing was made sure.
public record NewPerson(Kind kind, Identifiers identifiers, TypedNumber number, Confirmation confirmation) {}
