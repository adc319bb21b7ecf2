package jp.bansho.layout;

/// What a layout is called, and how far its official text is known to reach.
///
/// @param japanese  the paper's Japanese name
/// @param english   the paper's English name
/// @param confirmed the last tax year the official text read covers; later years are carried on unconfirmed; 0 if none
public record LayoutTitle(String japanese, String english, int confirmed) {}
