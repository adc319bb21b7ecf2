package jp.bansho.characters;

import java.util.stream.Collectors;

/// One replacement on the way down; part of a person's name, so `toString` shows neither side.
///
/// @param from what stood there, one character with what belongs to it, or the whole name for [Step#KANA]
/// @param to   what is written instead
/// @param step the step that replaced it
public record Replacement(String from, String to, Step step) {

    /// Both sides as code points, as `U+9AD9 → U+9AD8`: for people whose font has no glyph.
    public String codePoints() {
        return points(from) + " → " + points(to);
    }

    private static String points(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Replacement[" + step + "]";
    }
}
