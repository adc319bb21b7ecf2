package jp.bansho.numbers.taxfile;

/// Numbers present and missing.
///
/// @param association 0 if the slips did not say it
/// @param person      `recipient`, `spouse` or `dependant`
public record Present(int association, String person, long present, long missing) {}
