package jp.bansho.terminal;

/// An entry of the navigation; whoever lacks the right does not see it.
///
/// @param order   where it stands; small numbers first
/// @param href    path of the screen
/// @param textKey key of its name in the messages
public record Place(int order, String href, String textKey, NamedRight right) {}
