package jp.bansho.numbers.taxfile;

/// A replacement of a character, as a person confirms it: never a whole name.
///
/// @param from what the source has
/// @param to   what the file gets; empty where the whole name is written in kana instead
/// @param step the name of the step of [jp.bansho.characters.Step]
public record Replacement(String from, String to, String step) implements Comparable<Replacement> {

    /// The name has no form at level 1 and 2 and is written in kana.
    public static final String KANA = "KANA";

    @Override
    public int compareTo(Replacement other) {
        var byStep = step.compareTo(other.step);
        var byFrom = byStep != 0 ? byStep : from.compareTo(other.from);
        return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
}
