package jp.bansho.numbers.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.bansho.numbers.job.Outcomes;

/// What became of a row of an input file.
public enum RowOutcome {
    /// A number, or an identifier, is new and kept.
    REGISTERED(1, "registered", "登録"),
    /// Everything was known already.
    UNCHANGED(2, "unchanged", "変更なし"),
    /// J-LIS says that the number changed: the new one is in force, the old one is history.
    CHANGED(3, "changed", "番号変更"),
    /// A second number for a person, or a number somebody else holds: waits for a person.
    CONFLICT(4, "conflict", "要確認"),
    /// The row breaks a rule; the finding names it.
    INVALID(5, "invalid", "不正"),
    /// The inquiry found nobody.
    NO_HIT(6, "no-hit", "該当者なし"),
    /// The inquiry found more than one person: none is linked.
    SEVERAL_HITS(7, "several-hits", "該当者複数"),
    /// The echoed user number is not one of this association.
    NOT_OURS(8, "not-ours", "対象外");

    private final int code;
    private final String word;
    private final String japanese;

    RowOutcome(int code, String word, String japanese) {
        this.code = code;
        this.word = word;
        this.japanese = japanese;
    }

    /// The code in the database.
    public int code() {
        return code;
    }

    /// The word of machine-readable output and of the record.
    public String word() {
        return word;
    }

    /// The word on Japanese papers.
    public String japanese() {
        return japanese;
    }

    /// The Japanese word of an English one.
    public static String japanese(String word) {
        for (var outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome.japanese;
            }
        }
        return word;
    }

    static RowOutcome of(int code) {
        for (var outcome : values()) {
            if (outcome.code == code) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome has that code");
    }

    static List<String> countWords(Outcomes outcomes) {
        return Arrays.stream(values())
                .map(outcome -> outcome.word + "=" + outcomes.count(outcome.code))
                .toList();
    }

    /// The words by code, for the counts of a sheet.
    public static Map<Integer, String> words() {
        var words = new TreeMap<Integer, String>();
        for (var outcome : values()) {
            words.put(outcome.code, outcome.word);
        }
        return words;
    }
}
