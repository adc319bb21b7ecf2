package jp.bansho.characters;

import java.util.List;

/// A text at the end of its way down; it may be a person's name, so `toString` does not show it.
///
/// @param text         the text in full-width characters; what has no form stands there unchanged unless `whole`
/// @param replacements each replacement in the order of the text; empty when nothing was replaced
/// @param whole        whether every character has a place in JIS X 0208 level 1 and 2
public record Written(String text, List<Replacement> replacements, boolean whole) {

    public Written {
        replacements = List.copyOf(replacements);
    }

    /// The version of the table and the steps; the same version gives the same result for the same text.
    public String version() {
        return WayDown.version();
    }

    /// Whether a replacement changed what a reader sees, so that a person should look at it before it is used.
    public boolean seen() {
        return replacements.stream().anyMatch(replacement -> replacement.step().seen());
    }

    @Override
    public String toString() {
        return "Written[" + replacements.size() + " replaced, whole=" + whole + "]";
    }
}
