package jp.bansho.numbers.roster.web;

/// A state as screens show it: the look and the words.
///
/// @param state look, see the fragment `parts :: chip`
record Chip(String state, String text) {}
