package jp.bansho.bench.measure;

import java.util.List;

/// What all clerks do during a phase.
///
/// A search and the page it leads to take turns, and so do a page and the reveal from it, as in the clerks' own work.
enum Work {
    STATIC(1, "static page"),
    PAGE(1, "person page"),
    SEARCH(2, "search"),
    REVEAL(2, "reveal");

    private final int steps;
    private final String words;

    Work(int steps, String words) {
        this.steps = steps;
        this.words = words;
    }

    String words() {
        return words;
    }

    /// How many requests one piece of work takes.
    int steps() {
        return steps;
    }

    /// All phases of a round, the static page first and last but one: before and between what is held against it.
    static final List<Work> ROUND = List.of(STATIC, SEARCH, PAGE, STATIC, REVEAL);
}
