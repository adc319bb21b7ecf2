package jp.bansho.terminal;

/// A choice in a form.
public record Option(String value, String label) {}
