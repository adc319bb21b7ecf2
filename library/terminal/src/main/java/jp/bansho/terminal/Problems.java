package jp.bansho.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form, in the order of its fields.
public final class Problems {

    private final List<Problem> list = new ArrayList<>();

    /// Notes a problem.
    ///
    /// @param field name of the input
    /// @param text  a whole sentence; never what was typed
    public void add(String field, String text) {
        list.add(new Problem(field, text));
    }

    /// All problems.
    public List<Problem> list() {
        return list;
    }

    /// True if there is one.
    public boolean any() {
        return !list.isEmpty();
    }

    /// What is wrong with that field; null if nothing is.
    public @Nullable String of(String field) {
        return list.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse(null);
    }
}
