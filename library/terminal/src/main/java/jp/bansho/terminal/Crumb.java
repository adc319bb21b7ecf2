package jp.bansho.terminal;

/// A step of the way between home and a screen.
public record Crumb(String href, String text) {}
