package jp.bansho.media.ledger;

/// The two who stand at a medium (M2). That they are two is checked by the ledger, and again by its
/// table.
///
/// @param doer    does it, in the ledger of the own organisation
/// @param witness stands beside 立会者
public record TwoPeople(Actor doer, Actor witness) {}
