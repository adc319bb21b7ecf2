package jp.bansho.numbers.taxfile;

import java.util.Map;
import java.util.TreeMap;

/// What became of a slip.
enum SlipOutcome {
    /// Every number it wants is in it.
    COMPLETE(1, "complete"),
    /// At least one number is missing; its field is empty.
    MISSING(2, "missing"),
    /// It breaks a rule of the layout: no output is delivered until the source is mended.
    INVALID(3, "invalid"),
    /// It does not belong into this supplement.
    LEFT_OUT(4, "left-out");

    private final int code;
    private final String word;

    SlipOutcome(int code, String word) {
        this.code = code;
        this.word = word;
    }

    int code() {
        return code;
    }

    static Map<Integer, String> words() {
        var words = new TreeMap<Integer, String>();
        for (var outcome : values()) {
            words.put(outcome.code, outcome.word);
        }
        return words;
    }
}
