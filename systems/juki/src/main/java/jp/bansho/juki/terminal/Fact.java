package jp.bansho.juki.terminal;

/// A line of a sheet of facts.
///
/// @param labelKey key of its name in the messages
record Fact(String labelKey, String text) {}
