package jp.bansho.numbers.taxfile;

import java.util.Arrays;

/// What a file is to those that were submitted before (提出区分).
public enum Mode {
    /// The slips of the year (新規).
    FIRST("first", "新規", 1),
    /// Wrong slips that were submitted are voided and replaced (訂正).
    CORRECTION("correction", "訂正", 3),
    /// Slips that were submitted without a number come again with it (追加).
    SUPPLEMENT("supplement", "追加", 2);

    private final String word;
    private final String japanese;
    private final int code;

    Mode(String word, String japanese, int code) {
        this.word = word;
        this.japanese = japanese;
        this.code = code;
    }

    /// The word of the command line and the database.
    public String word() {
        return word;
    }

    /// The word on the summary sheet.
    public String japanese() {
        return japanese;
    }

    /// The code on the summary sheet.
    public int code() {
        return code;
    }

    /// The mode of that word.
    public static Mode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new TaxfileRefused(
                        "no-such-mode",
                        "no such mode; one of: first, correction, supplement",
                        "その提出区分はありません。first・correction・supplement から選んでください"));
    }
}
