package jp.bansho.numbers.registry.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A page on which somebody looks once more before it is done. What was typed lies in the server under a key.
///
/// @param screen  number of the screen
/// @param facts   what will be kept, or whom it is about
/// @param changes old beside new; empty if nothing is replaced
/// @param digits  the number that was typed, grouped, to be compared with the paper; null if there is none
/// @param action  where the form goes
/// @param back    where somebody goes who leaves it undone
/// @param act     words on the button
/// @param danger  true if it takes something away
record Confirm(
        String screen,
        String title,
        String text,
        List<Fact> facts,
        List<Change> changes,
        @Nullable String digits,
        String action,
        String back,
        String act,
        boolean danger,
        String key) {

    /// Something to read.
    record Fact(String label, @Nullable String text) {}

    /// A row of the table old beside new.
    record Change(
            String label, @Nullable String old, @Nullable String now, boolean changed) {

        static Change of(String label, @Nullable String old, @Nullable String now) {
            return new Change(label, old, now, !Objects.equals(old, now));
        }
    }

    /// Without what was typed.
    @Override
    public String toString() {
        return "Confirm[" + screen + "]";
    }
}
