package jp.bansho.terminal;

/// What is wrong with a field of a form.
///
/// @param field name and id of the field
/// @param text  a whole sentence; never what was typed
public record Problem(String field, String text) {}
