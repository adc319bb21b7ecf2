package jp.bansho.numbers.taxfile;

import java.util.Map;
import java.util.TreeMap;

/// What became of a slip.
public enum SlipOutcome {
    /// Every number it wants is in it.
    COMPLETE(1, "complete", "記載済み"),
    /// At least one number is missing; its field is empty.
    MISSING(2, "missing", "番号なしあり"),
    /// It breaks a rule of the layout: no output is delivered until the source is mended.
    INVALID(3, "invalid", "不正"),
    /// It does not belong into this supplement.
    LEFT_OUT(4, "left-out", "対象外");

    private final int code;
    private final String word;
    private final String japanese;

    SlipOutcome(int code, String word, String japanese) {
        this.code = code;
        this.word = word;
        this.japanese = japanese;
    }

    int code() {
        return code;
    }

    /// The word of machine-readable output and of the record.
    public String word() {
        return word;
    }

    /// The word on Japanese papers, by the English one.
    public static String japanese(String word) {
        for (var outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome.japanese;
            }
        }
        return word;
    }

    static Map<Integer, String> words() {
        var words = new TreeMap<Integer, String>();
        for (var outcome : values()) {
            words.put(outcome.code, outcome.word);
        }
        return words;
    }
}
