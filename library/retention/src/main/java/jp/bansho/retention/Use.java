package jp.bansho.retention;

import java.util.Arrays;

/// What a number is kept for; each use has a clock of its own (N10, R1).
public enum Use {
    /// 個人番号利用事務: the work of pensions.
    PENSION("pension", Rule.PENSION_TEN_YEARS),
    /// 個人番号関係事務: papers for the tax office.
    TAX("tax", Rule.TAX_SEVEN_YEARS);

    private final String word;
    private final Rule rule;

    Use(String word, Rule rule) {
        this.word = word;
        this.rule = rule;
    }

    /// The word in tables, certificates and records.
    public String word() {
        return word;
    }

    /// The rule that ends it.
    public Rule rule() {
        return rule;
    }

    /// The use of that word.
    public static Use of(String word) {
        return Arrays.stream(values())
                .filter(use -> use.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no use has that word"));
    }
}
