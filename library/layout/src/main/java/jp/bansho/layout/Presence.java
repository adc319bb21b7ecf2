package jp.bansho.layout;

import jp.bansho.layout.Term.Content;

/// A [When] both sides of which ask only whether columns are filled or empty, ready to be asked of
/// bits.
record Presence(Filled ifFilled, Filled ifEmpty, Filled filled, Filled empty) {

    static boolean says(When when) {
        return says(when.condition()) && says(when.demand());
    }

    static Presence of(When when) {
        return new Presence(
                columns(when.condition(), Content.PRESENT),
                columns(when.condition(), Content.EMPTY),
                columns(when.demand(), Content.PRESENT),
                columns(when.demand(), Content.EMPTY));
    }

    /// The columns without any of which the rule holds, whatever it demands.
    Filled looksAt() {
        return ifEmpty.equals(Filled.NONE) ? ifFilled : Filled.ALL;
    }

    boolean holds(long low, long high) {
        return !ifFilled.all(low, high) || ifEmpty.any(low, high) || (filled.all(low, high) && !empty.any(low, high));
    }

    private static boolean says(Term term) {
        return term.content() == Content.PRESENT || term.content() == Content.EMPTY;
    }

    private static Filled columns(Term term, Content content) {
        return term.content() == content ? Filled.of(term.columns()) : Filled.NONE;
    }
}
