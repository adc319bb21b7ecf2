package jp.bansho.numbers.staff;

import java.util.Arrays;
import java.util.Optional;

/// What may be done with a person's number; each row of [PurposeTable] allows some of them.
public enum NumberAct {
    /// See the person's page, the number masked.
    SEE("see", "閲覧", "seeing the person"),
    /// Search by a number somebody gives.
    SEEK("seek", "個人番号による検索", "searching by number"),
    /// See the number in the clear.
    REVEAL("reveal", "個人番号の表示", "showing the number"),
    /// Register, change or take out of use.
    REGISTER("register", "登録・変更・削除", "registering and changing");

    private final String word;
    private final String japanese;
    private final String english;

    NumberAct(String word, String japanese, String english) {
        this.word = word;
        this.japanese = japanese;
        this.english = english;
    }

    /// The word of the table and of the record.
    public String word() {
        return word;
    }

    /// The name on Japanese screens.
    public String japanese() {
        return japanese;
    }

    /// The name on English screens, as part of a sentence.
    public String english() {
        return english;
    }

    static Optional<NumberAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }
}
