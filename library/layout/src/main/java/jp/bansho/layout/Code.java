package jp.bansho.layout;

/// One code value of a layout's column and what it means.
///
/// @param column   the column it stands in
/// @param value    the code itself
/// @param meaning  the name programs use, as `no-hit`
/// @param japanese the meaning in Japanese
/// @param english  the meaning in English
/// @param source   how certain it is
public record Code(int column, String value, String meaning, String japanese, String english, Source source) {}
